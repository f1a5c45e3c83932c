import { join } from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import type { Offset } from '../../../src/domain/timeline/definition'

const { content } = loadContent(join(__dirname, '../../..'))

const days = ({ months = 0, weeks = 0, days: own = 0 }: Offset) => months * 30 + weeks * 7 + own

/** Only one question is open at a time, so a dialog that nobody answers must make room for what comes next. */
const neighbours = content.timelines.flatMap(({ id: timeline, steps }) =>
  steps
    .filter(({ does, when }) => does === 'dialog' && when === undefined)
    .flatMap((step, index, talks) => {
      const next = talks
        .slice(index + 1)
        .filter(
          ({ audience, at, dialog }) =>
            audience === step.audience && at.from === step.at.from && dialog !== step.dialog,
        )
      return next.map(later => ({ timeline, step, later, name: `${step.id} → ${later.id}` }))
    }),
)

it('there are talks that follow each other', () => {
  expect(neighbours.map(({ name }) => name)).toContain('preparation → reminder')
})

it.each(neighbours)('$timeline, $name: an unanswered question is closed in time', ({ step, later }) => {
  const open = content.dialog(step.dialog!)!.closesAfterDays
  expect(days(step.at) + open).toBeLessThanOrEqual(days(later.at))
  expect(days(step.window.latest) + open).toBeLessThanOrEqual(days(later.window.latest))
})
