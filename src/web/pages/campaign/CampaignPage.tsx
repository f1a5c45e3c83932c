import type { OwnQuestion } from '../../../domain/dialog/ownQuestion'
import { bridge } from '../../../domain/report/bridge'
import { anchorMoment } from '../../../domain/timeline/dueAt'
import type { CampaignReading } from '../../../use-cases/readCampaign'
import { Layout } from '../../components/Layout'
import { Live } from '../../components/Live'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import type { Told } from '../tasks/deeds'
import { TaskStrip } from '../tasks/TaskStrip'
import { Hatch } from './Bar'
import { Bridge } from './Bridge'
import { CampaignTabs } from './CampaignTabs'
import { Evaluations } from './Evaluations'
import { Header } from './Header'
import { Parts } from './Parts'
import { People } from './People'
import { type PeopleView, viewPath } from './peopleView'
import { Steps } from './Steps'
import { Tasks } from './Tasks'
import { Languages, Needs, WhoComes } from './WhoComes'

export interface CampaignPageProps {
  reading: CampaignReading
  words: Words
  now: number
  /** Which people are listed. */
  view: PeopleView
  /** What has just been done, by name; its words are `web:done.<name>`. */
  done?: string | undefined
  told?: Told | undefined
  /** The words of a dialog's question and of one of its answers, in the reader's language. */
  asks: (dialog: string, question: string, own?: OwnQuestion) => string
  answers: (dialog: string, question: string, answer: string, own?: OwnQuestion) => string
}

export function CampaignPage(props: CampaignPageProps) {
  const { reading, words, now, done, view } = props
  const { campaign } = reading
  const path = `/campaigns/${encodeURIComponent(campaign._id)}`
  const here = viewPath(path, view)
  const isLeaving = reading.steps.some(({ stages }) => stages.leaving)
  const moves = campaign.state === 'running' || campaign.state === 'paused'
  const over = anchorMoment(campaign.event, 'end') <= now
  return (
    <Layout words={words} title={campaign.event.name} path={path} sheets={['tasks']}>
      <Hatch />
      <Header {...props} path={path} over={over} />
      <CampaignTabs campaign={campaign._id} path={path} words={words} />
      {done ? (
        <Strip kind={done === 'attendance_late' ? 'wrong' : 'done'}>{words.say(`done.${done}`)}</Strip>
      ) : null}
      <TaskStrip told={props.told} words={words} action={`${path}/tasks`} />
      <Live id="now" path={here} seconds={isLeaving ? 5 : moves ? 30 : undefined}>
        <Bridge piers={bridge(reading, now)} words={words} event={campaign.event.name} />
        <Parts {...props} here={here} />
        <div class="columns">
          {/* What waits for a person comes first for who reads or listens from the top; it stands at the end where there is room. */}
          <div class="beside">
            <Tasks {...props} path={path} />
            {reading.gathers ? (
              <>
                <WhoComes reading={reading} words={words} path={path} />
                <Needs reading={reading} words={words} path={path} />
              </>
            ) : null}
            <Languages reading={reading} words={words} path={path} view={view} />
          </div>
          <div>
            {over ? <Evaluations {...props} /> : null}
            <Steps {...props} path={path} />
            <People {...props} path={path} />
            {over ? null : <Evaluations {...props} />}
          </div>
        </div>
      </Live>
    </Layout>
  )
}
