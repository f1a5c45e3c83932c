/** Silence of 20 ms in Opus. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe])
const SAMPLES_PER_PACKET = 960
const PACKETS_PER_PAGE = 50

/** A voice note without a voice: a valid Ogg Opus file of this many seconds (RFC 7845). */
export function oggSample(seconds: number): Buffer {
  const pages = [page(2, 0, 0, [opusHead()]), page(0, 0, 1, [opusTags()])]
  for (let second = 1; second <= seconds; second++) {
    const end = second === seconds ? 4 : 0
    const packets = Array<Buffer>(PACKETS_PER_PAGE).fill(SILENCE)
    pages.push(page(end, second * PACKETS_PER_PAGE * SAMPLES_PER_PACKET, second + 1, packets))
  }
  return Buffer.concat(pages)
}

function opusHead(): Buffer {
  const head = Buffer.alloc(19)
  head.write('OpusHead', 'latin1')
  head[8] = 1
  head[9] = 1
  head.writeUInt16LE(0, 10)
  head.writeUInt32LE(48_000, 12)
  return head
}

function opusTags(): Buffer {
  const vendor = Buffer.from('brugbode')
  const tags = Buffer.alloc(8 + 4 + vendor.length + 4)
  tags.write('OpusTags', 'latin1')
  tags.writeUInt32LE(vendor.length, 8)
  vendor.copy(tags, 12)
  return tags
}

/** One Ogg page of packets shorter than 255 bytes each (RFC 3533). */
function page(kind: number, position: number, sequence: number, packets: Buffer[]): Buffer {
  const head = Buffer.alloc(27 + packets.length)
  head.write('OggS', 'latin1')
  head[5] = kind
  head.writeBigUInt64LE(BigInt(position), 6)
  head.writeUInt32LE(1, 14)
  head.writeUInt32LE(sequence, 18)
  head[26] = packets.length
  packets.forEach((packet, at) => {
    head[27 + at] = packet.length
  })
  const whole = Buffer.concat([head, ...packets])
  whole.writeUInt32LE(checksum(whole), 22)
  return whole
}

/** Ogg's own CRC-32: not reflected, start 0. */
function checksum(bytes: Buffer): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  }
  return crc >>> 0
}
