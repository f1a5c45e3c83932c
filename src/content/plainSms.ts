const LOOK_ALIKES: readonly [RegExp, string][] = [
  [/[\u00A0\u202F\u2009\u2007]/g, ' '],
  [/[\u2018\u2019\u201A\u2032\u02BC]/g, "'"],
  [/[\u201C\u201D\u201E\u2033\u00AB\u00BB]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
  [/[\u200B\u2060\uFEFF\u00AD]/g, ''],
]

/** One curly quote makes an SMS of 160 letters one of 70: each gets its plain look-alike. */
export const plainSms = (text: string): string =>
  LOOK_ALIKES.reduce((plain, [look, alike]) => plain.replaceAll(look, alike), text)

/** A label without its emoji: the words are enough on SMS, and cost half. */
export const withoutEmoji = (label: string): string =>
  label.replaceAll(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D/gu, '').trim() || label
