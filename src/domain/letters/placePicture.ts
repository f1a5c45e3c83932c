/** A map of the way or a photo of the door, for the letters of one event. `_id` is the campaign's. */
export interface PlacePicture {
  _id: string
  organisation: string
  type: PictureType
  /** Base64. */
  bytes: string
  at: number
  by: string
  /** +1 with every change: two coordinators never overwrite each other's. */
  rev: number
  /** Taken off the letters; kept a while, so that it can be taken back. */
  removedAt?: number
}

export const PICTURE_MOST_BYTES = 1_048_576

const BEGINNINGS = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
} as const
export type PictureType = keyof typeof BEGINNINGS

/** What a file is by its first bytes, whatever its name says; null: no picture that every browser shows. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const types = Object.keys(BEGINNINGS) as PictureType[]
  return types.find(type => BEGINNINGS[type].every((byte, place) => bytes[place] === byte)) ?? null
}
