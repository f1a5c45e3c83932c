/** Letters that WhatsApp shows on a button, and on a row of a list. */
const BUTTON = 20
const ROW = 24
const MOST_BUTTONS = 3

/** Letters that fit on each of so many choices. */
export const labelLimit = (choices: number): number => (choices > MOST_BUTTONS ? ROW : BUTTON)
