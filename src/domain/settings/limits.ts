/** What was agreed about whom one reaches, in whole per cent; a report says so when it is more. */
export interface Limits {
  /** Of the people reached, outside the target group (R2). */
  outside: number
  /** Of one sex, of those who told it (R12). */
  oneSex: number
}

export const LIMIT_FIELDS = ['outside', 'oneSex'] as const satisfies readonly (keyof Limits)[]

export const USUAL_LIMITS: Limits = { outside: 20, oneSex: 65 }

/** Of two sexes one is always half of the people at least. */
export const LIMIT_RANGES: Readonly<Record<keyof Limits, { least: number; most: number }>> = {
  outside: { least: 1, most: 100 },
  oneSex: { least: 50, most: 100 },
}

export const limitsOf = ({ limits = USUAL_LIMITS }: { limits?: Limits }): Limits => limits
