/** Each ends a question, in the scripts of the languages that we know. */
const QUESTION_MARKS = /[?？؟՞፧]/g

/** Invisible; a message gets its own when it is written. */
export const DIRECTION_MARKS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g

/** A message asks one thing (L-02). */
export const questionsIn = (text: string): number => text.match(QUESTION_MARKS)?.length ?? 0

/** The question comes last: after it at most signs and emoji. */
export const endsAsking = (text: string): boolean => /[?？؟՞፧][\p{P}\p{S}\s]*$/u.test(text)
