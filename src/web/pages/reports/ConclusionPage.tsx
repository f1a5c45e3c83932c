import type { Conclusion, ConclusionDraft } from '../../../domain/report/conclusion'
import { ToFix, type Wrong } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { ConclusionFields, Said } from './Conclusions'
import { reportPath } from './reading'

/** One conclusion, to write anew. When somebody else was first, theirs stands beside what was typed. */
export function ConclusionPage({
  words,
  conclusion,
  draft,
  wrong,
  isLate,
}: {
  words: Words
  conclusion: Conclusion
  draft: ConclusionDraft
  wrong: Wrong
  isLate: boolean
}) {
  const back = `${reportPath(conclusion.campaign)}#conclusions`
  const title = words.say('reports:conclusions.change_title')
  return (
    <Layout words={words} title={title} path={reportPath(conclusion.campaign)} sheets={['reports']}>
      <p>
        <a href={back}>{words.say('reports:conclusions.back')}</a>
      </p>
      <h1>{title}</h1>
      {isLate ? (
        <>
          <Strip kind="wrong">{words.say('reports:conclusions.changed')}</Strip>
          <section class="sheet" aria-labelledby="theirs">
            <h2 id="theirs">{words.say('reports:conclusions.theirs')}</h2>
            <Said conclusion={conclusion} words={words} />
          </section>
        </>
      ) : null}
      <form
        method="post"
        action={`${reportPath(conclusion.campaign)}/conclusions/${encodeURIComponent(conclusion._id)}`}
        class="sheet stack"
      >
        <ToFix wrong={wrong} words={words} />
        <input type="hidden" name="rev" value={conclusion.rev} />
        <ConclusionFields draft={draft} wrong={wrong} words={words} />
        <p class="actions">
          <button type="submit" class="first">
            {words.say('reports:conclusions.keep')}
          </button>
          <a class="button" href={back}>
            {words.say('reports:conclusions.leave')}
          </a>
        </p>
      </form>
    </Layout>
  )
}
