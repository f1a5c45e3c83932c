import type { Address } from '../message'

/** Opens WhatsApp with a text that is ready to be sent; without WhatsApp the telephone's own messages. */
export function chatLink(
  senders: { whatsapp?: Address | undefined; sms?: Address | undefined },
  text: string,
): string | null {
  const { whatsapp, sms } = senders
  if (whatsapp) return `https://wa.me/${whatsapp.address.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`
  return sms ? `SMSTO:${sms.address}:${text}` : null
}

/** What a scanned QR code would have sent, or what was typed: the other way round. */
export function scannedText(scanned: string): string {
  const sms = /^SMSTO:[^:]*:(.*)$/is.exec(scanned)
  if (sms) return sms[1] ?? ''
  return (URL.canParse(scanned) && new URL(scanned).searchParams.get('text')) || scanned
}
