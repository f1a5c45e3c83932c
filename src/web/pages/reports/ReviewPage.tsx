import type { TextToReview } from '../../../use-cases/readTexts'
import { Empty } from '../../components/Empty'
import { ToFix } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import { Review, type SentReview } from './Review'
import type { Speaking } from './reading'

export interface ReviewPageProps extends Speaking {
  path: string
  /** The report in which they are shown. */
  back: string
  texts: readonly TextToReview[]
  directionOf: (language: string) => 'ltr' | 'rtl'
  told?: 'decided' | 'changed' | undefined
  sent?: SentReview | undefined
}

/** What people wrote, for the one who reads it first. Those that wait come first; nothing says whose they are. */
export function ReviewPage(props: ReviewPageProps) {
  const { path, back, texts, words, told, sent } = props
  const { say } = words
  const isOpen = ({ state }: TextToReview) => state === 'waiting' || state === 'proposed'
  const waiting = texts.filter(isOpen)
  const decided = texts.filter(text => !isOpen(text))
  return (
    <Layout words={words} title={say('reports:review.title')} path={path} sheets={['reports']}>
      <p>
        <a href={back}>{say('reports:conclusions.back')}</a>
      </p>
      <h1>{say('reports:review.title')}</h1>
      {told ? (
        <Strip kind={told === 'decided' ? 'done' : 'wrong'}>{say(`reports:review.${told}`)}</Strip>
      ) : null}
      {sent?.wrong ? <ToFix wrong={{ [`${sent.field}-${sent.text}`]: sent.wrong }} words={words} /> : null}
      {texts.length === 0 ? (
        <section class="sheet">
          <Empty>{say('reports:review.none')}</Empty>
        </section>
      ) : (
        <p class="sentence">{say('reports:review.intro')}</p>
      )}
      <ul class="reviews">
        {[...waiting, ...decided].map(text => (
          <li key={text._id} class="sheet" id={`text-${text._id}`}>
            <Review {...props} text={text} sent={sent?.text === text._id ? sent : undefined} />
          </li>
        ))}
      </ul>
    </Layout>
  )
}
