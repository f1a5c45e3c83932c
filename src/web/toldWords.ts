import { BESIDE_WORK, type BesideWork } from '../domain/report/besideWork'
import type { Work } from '../domain/report/outcome'
import type { Words } from './words'

/** Where somebody stands, as far as it is known: `Works as an employee · studies`. */
export const toldWords = ({ work, ...beside }: BesideWork & { work: Work }, { say }: Words): string =>
  [
    say(`work:is.${work}`),
    ...BESIDE_WORK.flatMap(one =>
      beside[one] === undefined ? [] : [say(`work:beside.${one}.${beside[one] ? 'yes' : 'no'}`)],
    ),
  ].join(' · ')
