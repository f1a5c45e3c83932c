const SEPARATOR = '/'

/** What a tapped choice sends back: an old button stays recognisable for what it was. */
export const choicePayload = (dialog: string, question: string, option: string): string =>
  [dialog, question, option].join(SEPARATOR)

export function readPayload(
  payload: string,
): { dialog: string; question: string; option: string } | undefined {
  const [dialog, question, option, ...more] = payload.split(SEPARATOR)
  if (!dialog || !question || option === undefined || more.length > 0) return undefined
  return { dialog, question, option }
}
