import { ABOUT_CENTS } from '../../../domain/delivery/price'
import type { ChannelName } from '../../../domain/message'
import type { Words } from '../../words'

const LOCALES = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' } as const

/** `€ 3,10` for so many parts or messages. */
export const aboutMoney = (channel: ChannelName, count: number, { language }: Words): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'EUR' }).format(
    (ABOUT_CENTS[channel] * count) / 100,
  )
