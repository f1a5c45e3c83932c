import { blockAverages } from '../../../../src/domain/report/blockAverages'
import { dialogById } from '../../../support/timelineBuilders'

const team = dialogById('team-evaluation')!
const partners = dialogById('partner-evaluation')!
const said = (answers: Record<string, unknown>) => ({ answers })

test('the team’s and the partners’ scores add up per building block', () => {
  const found = blockAverages([
    { dialog: team, replies: [said({ communication: 4, place: 2 }), said({ communication: 3, hour: 5 })] },
    { dialog: partners, replies: [said({ communication: 4, equality: 'yes' })] },
  ])
  expect(found).toEqual([
    { block: 'communication', n: 3, mean: 3.7 },
    { block: 'accessibility', n: 2, mean: 3.5 },
  ])
})

test('without a score there is no average, and none is 0', () => {
  expect(blockAverages([{ dialog: team, replies: [said({ change: 'More time' })] }])).toEqual([])
})
