/** Twilio's default words on SMS: whole message, any case. https://help.twilio.com/hc/en-us/articles/223134027 */
const STOP = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'])
const START = new Set(['START', 'YES', 'UNSTOP'])
const HELP = new Set(['HELP', 'INFO'])

export function readOptOut(text: string): 'stop' | 'start' | 'help' | null {
  const word = text.trim().toUpperCase()
  if (STOP.has(word)) return 'stop'
  if (START.has(word)) return 'start'
  return HELP.has(word) ? 'help' : null
}

/** What the provider answers by itself, in English, before the product hears the word. */
export const OPT_OUT_ANSWERS = {
  stop: 'This number will not text you any more. Text START to undo this.',
  start: 'This number may text you again. Text STOP to end this.',
  help: 'Text STOP to get no more texts from this number.',
} as const
