import parsePhoneNumber from 'libphonenumber-js/max'

/** As people write it: `0470 12 34 56` at home, `+31 6 12345678` abroad; what is no number stays as it is. */
export function shownNumber(address: string, region = 'BE'): string {
  const number = address.startsWith('+') ? parsePhoneNumber(address) : undefined
  if (!number) return address
  return number.country === region ? number.formatNational() : number.formatInternational()
}
