/** Pages whose address is their key: whoever has it gets in. */
const SECRET = /^\/(kiosk|invitation|review)\/[^/]+/

/** An address as it may stand in a log. */
export const pathForLog = (path: string): string => path.replace(SECRET, '/$1/…')
