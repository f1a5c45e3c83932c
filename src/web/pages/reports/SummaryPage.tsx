import { largest } from '../../../domain/report/distribution'
import type { Target } from '../../../domain/report/reach'
import type { Summary } from '../../../use-cases/readSummary'
import { Hatches } from '../../charts/Hatches'
import { Shell } from '../../components/Layout'
import { askedWords } from './asked'
import { Shares, Unknown } from './Facts'
import { Paper } from './Paper'
import { madeWords } from './ReportsPrintPage'
import { profileList, profileWord, type Speaking } from './reading'
import { Agreed, FoundWork, Gathered, Smileys } from './SummaryParts'
import { Reached } from './Together'

export interface SummaryProps extends Speaking {
  summary: Summary
  /** How many people the reader means to reach. */
  target?: Target | undefined
  /** Per cent that may be outside the target group. */
  limit: number
  madeOn: number
  organisation: string
}

/** Of one question, so that it stays one page. */
const MOST_ROWS = 4

/** One page of A4 for those who steer the project; always as an organiser may see it. */
export function SummaryPage(props: SummaryProps) {
  const { summary, words, figures, organisation } = props
  const { asked, series, over } = summary.events
  const title = words.say('reports:summary.title')
  return (
    <Shell words={words} title={title} sheets={['charts', 'reports', 'report-print']} class="papers one-page">
      <Hatches />
      <main id="content" tabIndex={-1}>
        <Paper
          about={<strong>{askedWords(asked, series, words)}</strong>}
          organisation={organisation}
          footer={madeWords(props)}
        >
          <h1>{title}</h1>
          <div class="pair">
            <Reached {...props} over={over} />
            <Gathered {...props} />
          </div>
          <section class="sheet" aria-labelledby="profile">
            <h2 id="profile">{words.say('reports:profile.title')}</h2>
            <div class="trio">
              {summary.profile.map(({ question, invited, shares }) => (
                <div key={question}>
                  <Shares
                    words={words}
                    figures={figures}
                    shares={shares && largest(shares, MOST_ROWS)}
                    caption={words.say(`reports:profile.${question}`)}
                    word={profileWord(question, words)}
                    list={profileList(question, words)}
                  />
                  <Unknown words={words} figures={figures} shares={shares} of={invited} />
                </div>
              ))}
            </div>
            <p class="soft">{words.say('reports:summary.profile_note')}</p>
          </section>
          <Smileys {...props} />
          <div class="pair">
            <FoundWork {...props} />
            <Agreed {...props} />
          </div>
        </Paper>
      </main>
    </Shell>
  )
}
