import type { Conclusion, ConclusionDraft } from '../../../domain/report/conclusion'
import { Field, ToFix, type Wrong } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Tag } from '../../components/Tag'
import type { Words } from '../../words'
import { reportPath, shortDay } from './reading'

export interface ConclusionsProps {
  words: Words
  campaign: string
  conclusions: readonly Conclusion[]
  /** The form to add one, as it was sent or empty; absent on paper. */
  form?: { key: string; draft: ConclusionDraft; wrong: Wrong } | undefined
}

/** What we change next time: who does what, before when. */
export function Conclusions({ words, campaign, conclusions, form }: ConclusionsProps) {
  const path = `${reportPath(campaign)}/conclusions`
  return (
    <section class="sheet" aria-labelledby="conclusions">
      <h2 id="conclusions">{words.say('reports:conclusions.title')}</h2>
      {conclusions.length === 0 ? <p class="soft">{words.say('reports:conclusions.none')}</p> : null}
      <ol class="rows conclusions">
        {conclusions.map(conclusion => (
          <li key={conclusion._id}>
            <Said conclusion={conclusion} words={words} />
            {form ? <Deeds conclusion={conclusion} path={path} words={words} /> : null}
          </li>
        ))}
      </ol>
      {form ? (
        <details open={Object.keys(form.wrong).length > 0}>
          <summary>{words.say('reports:conclusions.add')}</summary>
          <form method="post" action={`${path}#conclusions`} class="stack">
            <ToFix wrong={form.wrong} words={words} />
            <input type="hidden" name="key" value={form.key} />
            <ConclusionFields {...form} words={words} />
            <p class="actions">
              <button type="submit" class="first">
                {words.say('reports:conclusions.keep')}
              </button>
            </p>
          </form>
        </details>
      ) : null}
    </section>
  )
}

export function Said({ conclusion, words }: { conclusion: Conclusion; words: Words }) {
  const { learned, action, owner, before, state } = conclusion
  return (
    <div>
      <p>
        <strong>
          <bdi>{action}</bdi>
        </strong>{' '}
        {state === 'done' ? (
          <Tag icon="check" colour="good">
            {words.say('reports:conclusions.is_done')}
          </Tag>
        ) : null}
      </p>
      <p class="soft">
        <bdi>{owner}</bdi>
        {before ? ` · ${words.say('reports:conclusions.before', { day: shortDay(before, words) })}` : ''}
      </p>
      {learned ? (
        <p class="soft">
          <Icon name="bulb" /> <bdi>{learned}</bdi>
        </p>
      ) : null}
    </div>
  )
}

function Deeds({ conclusion, path, words }: { conclusion: Conclusion; path: string; words: Words }) {
  const own = `${path}/${encodeURIComponent(conclusion._id)}`
  const deed = (state: Conclusion['state'], label: string) => (
    <form method="post" action={`${own}/state`}>
      <input type="hidden" name="state" value={state} />
      <button type="submit" class="quiet">
        {label} <span class="hidden">{conclusion.action}</span>
      </button>
    </form>
  )
  return (
    <div class="actions">
      {conclusion.state === 'open'
        ? deed('done', words.say('reports:conclusions.done'))
        : deed('open', words.say('reports:conclusions.open_again'))}
      <a class="button" href={own}>
        {words.say('reports:conclusions.change')} <span class="hidden">{conclusion.action}</span>
      </a>
      {deed('dropped', words.say('reports:conclusions.drop'))}
    </div>
  )
}

/** The same fields to add one and to change one. */
export function ConclusionFields({
  draft,
  wrong,
  words,
}: {
  draft: ConclusionDraft
  wrong: Wrong
  words: Words
}) {
  const { say } = words
  return (
    <>
      <Field name="action" label={say('reports:conclusions.action')} wrong={wrong.action}>
        {ids => <input {...ids} value={draft.action} />}
      </Field>
      <div class="fields">
        <Field name="owner" label={say('reports:conclusions.owner')} wrong={wrong.owner}>
          {ids => <input {...ids} value={draft.owner} />}
        </Field>
        <Field
          name="before"
          label={say('reports:conclusions.before_day')}
          optional={say('form.optional')}
          wrong={wrong.before}
        >
          {ids => <input {...ids} type="date" value={draft.before} />}
        </Field>
      </div>
      <Field
        name="learned"
        label={say('reports:conclusions.learned')}
        help={say('reports:conclusions.no_names')}
        optional={say('form.optional')}
        wrong={wrong.learned}
      >
        {ids => (
          <textarea {...ids} rows={3}>
            {draft.learned}
          </textarea>
        )}
      </Field>
    </>
  )
}
