import type { Timeline } from './definition'

/** People come together; else they are only asked what they think, and nobody goes anywhere. */
export const gathers = ({ phase }: Pick<Timeline, 'phase'>): boolean => phase !== 'evaluation'
