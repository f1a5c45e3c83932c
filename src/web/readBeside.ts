import { z } from 'zod'
import { BESIDE_WORK, type BesideWork } from '../domain/report/besideWork'

const answer = z.enum(['yes', 'no', '']).default('')

/** The fields of what is asked beside work. */
export const BESIDE_FORM = { studying: answer, internship: answer, atLevel: answer }

export const besideFrom = (form: Record<keyof BesideWork, 'yes' | 'no' | ''>): BesideWork =>
  Object.fromEntries(BESIDE_WORK.flatMap(one => (form[one] === '' ? [] : [[one, form[one] === 'yes']])))
