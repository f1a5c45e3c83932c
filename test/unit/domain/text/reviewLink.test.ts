import { overSince } from '../../../../src/domain/text/reviewLink'

const LINK = { _id: 'x', organisation: 'org', language: 'ar', by: 'els', madeAt: 0, until: 700 }

test.each([
  ['holds until its last moment', {}, 699, null],
  ['is over from then on', {}, 700, 700],
  ['is over since it was taken back', { endedAt: 300 }, 400, 300],
  ['stays taken back when it would have ended', { endedAt: 300 }, 800, 300],
])('a link %s', (_, over, now, since) => {
  expect(overSince({ ...LINK, ...over }, now)).toBe(since)
})
