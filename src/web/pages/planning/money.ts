import type { Words } from '../../words'

const INTL = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-BE' } as const

/** `€ 3,40`, as the reader writes it. */
export const money = (cents: number, { language }: Pick<Words, 'language'>): string =>
  new Intl.NumberFormat(INTL[language], { style: 'currency', currency: 'EUR' }).format(cents / 100)
