import type { PaperLetter } from '../domain/letters/paperLetter'
import { CODE_LASTS_MS } from '../domain/letters/paperLetter'
import { anchorMoment } from '../domain/timeline/dueAt'
import type { Documents } from '../ports/documents'

export type Letters = ReturnType<typeof createLetters>

/** Letters on paper, by the code that is printed on them. */
export function createLetters(documents: Documents) {
  const letters = documents.collection('paperLetters')
  return {
    /** The letter of an organisation with one of these codes, as long as its event is not long past. */
    async among(organisation: string, codes: readonly string[], now: number): Promise<PaperLetter | null> {
      if (codes.length === 0) return null
      const letter = await letters.first({ code: { $in: codes }, organisation })
      const campaign = letter && (await documents.collection('campaigns').get(letter.campaign))
      return campaign && now < anchorMoment(campaign.event, 'end') + CODE_LASTS_MS ? letter : null
    },

    /** True for the first number, and for that number again. */
    async claim({ _id }: PaperLetter, number: string): Promise<boolean> {
      const free = [{ usedBy: { $exists: false } }, { usedBy: number }]
      return (await letters.update({ _id, $or: free }, { set: { usedBy: number } })) !== null
    },
  }
}
