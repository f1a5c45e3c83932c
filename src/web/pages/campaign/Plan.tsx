import { STAGES } from '../../../domain/report/campaignOverview'
import type { CampaignReading } from '../../../use-cases/readCampaign'
import type { Words } from '../../words'
import { StageTag } from './StageTag'

/** Every planned step: when, why then, and how far it is with everybody. */
export function Plan({ reading, words }: { reading: CampaignReading; words: Words }) {
  return (
    <section class="sheet" aria-labelledby="plan">
      <h2 id="plan">{words.say('plan.title')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="scroll" tabIndex={0} aria-labelledby="plan">
        <table>
          <thead>
            <tr>
              {(['step', 'when', 'people', 'where'] as const).map(head => (
                <th key={head} scope="col">
                  {words.say(`plan.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reading.steps.map(step => (
              <tr key={step.id}>
                <th scope="row">
                  {words.say(`step.${step.id}`)}
                  <small>{words.say(`audience.${step.audience}`)}</small>
                </th>
                <td>
                  {words.moment(step.dueAt)}
                  <small>{step.rule}</small>
                </td>
                <td class="number">{step.people}</td>
                <td>
                  {step.people === 0 ? (
                    <span class="soft">{words.say('plan.nothing')}</span>
                  ) : (
                    STAGES.filter(stage => step.stages[stage]).map(stage => (
                      <StageTag key={stage} stage={stage} words={words} count={step.stages[stage] ?? 0} />
                    ))
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
