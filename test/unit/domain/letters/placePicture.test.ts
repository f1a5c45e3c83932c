import { pictureType } from '../../../../src/domain/letters/placePicture'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]
test.each([
  ['a PNG', PNG, 'image/png'],
  ['a JPEG', [0xff, 0xd8, 0xff, 0xe0, 0], 'image/jpeg'],
  ['half a PNG', PNG.slice(0, 7), null],
  ['a drawing that can hold a script', [...Buffer.from('<svg onload="alert(1)">')], null],
  ['a GIF', [...Buffer.from('GIF89a')], null],
  ['nothing', [], null],
])('%s', (_, bytes, type) => {
  expect(pictureType(Uint8Array.from(bytes))).toBe(type)
})
