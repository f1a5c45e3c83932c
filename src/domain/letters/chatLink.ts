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
