/** Types that a browser shows or plays by itself; everything else is named and not opened. */
const KINDS = {
  'audio/ogg': 'voice',
  'audio/mpeg': 'voice',
  'audio/mp4': 'voice',
  'audio/aac': 'voice',
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/webp': 'picture',
} as const

export type MediaKind = 'voice' | 'picture' | 'other'

/** `audio/ogg; codecs=opus` → `audio/ogg` */
export const plainType = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase()

export function mediaKind(type: string): MediaKind {
  const plain = plainType(type)
  return Object.hasOwn(KINDS, plain) ? KINDS[plain as keyof typeof KINDS] : 'other'
}
