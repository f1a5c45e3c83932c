import type { TextToReview } from '../../../use-cases/readTexts'
import { Empty } from '../../components/Empty'
import { Field, ToFix } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import { Tag } from '../../components/Tag'
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

/** What somebody typed about one text that was not kept, and why; without that a colleague was first. */
export interface SentReview {
  text: string
  field: 'translation' | 'tags'
  typed: string
  wrong?: string
}

const STATES = {
  waiting: { icon: 'clock', colour: 'wait' },
  proposed: { icon: 'people', colour: 'wait' },
  shown: { icon: 'eye', colour: 'good' },
  refused: { icon: 'minus', colour: 'quiet' },
} as const

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
            <Review {...props} text={text} />
          </li>
        ))}
      </ul>
    </Layout>
  )
}

type One = ReviewPageProps & { text: TextToReview }

function Review(props: One) {
  const { text, path, words, asks, directionOf } = props
  const { say } = words
  const { _id, rev, state, language, shown, tags, mayShowOriginal, mayConfirm, dialog, question } = text
  const fields = (decision: string) => (
    <>
      <input type="hidden" name="text" value={_id} />
      <input type="hidden" name="rev" value={rev} />
      <input type="hidden" name="decision" value={decision} />
    </>
  )
  const deed = (decision: string, label: string) => (
    <form method="post" action={path}>
      {fields(decision)}
      <button type="submit">{label}</button>
    </form>
  )
  const { icon, colour } = STATES[state]
  const sentHere = props.sent?.text === _id ? props.sent : undefined
  const translation = sentHere?.field === 'translation' ? sentHere : undefined
  const themes = sentHere?.field === 'tags' ? sentHere : undefined
  return (
    <>
      <p>
        <Tag icon={icon} colour={colour}>
          {say(`reports:review.state.${state}`)}
        </Tag>{' '}
        <span class="soft">
          {asks(dialog, question)}
          {language === undefined ? '' : ` · ${words.languageName(language)}`}
        </span>
      </p>
      <blockquote lang={language} dir={language === undefined ? 'auto' : directionOf(language)}>
        {text.words.map(({ text: word, pointing }, place) => (
          <span key={place}>
            {place > 0 ? ' ' : ''}
            {pointing ? <u>{word}</u> : word}
          </span>
        ))}
      </blockquote>
      {shown !== undefined ? (
        <p class="soft">
          {say(`reports:review.state.${state}`)}: <bdi>{shown}</bdi>
        </p>
      ) : null}
      {state === 'waiting' ? (
        <>
          {mayShowOriginal ? null : <p class="notice">{say('reports:review.only_translated')}</p>}
          <div class="actions">
            {mayShowOriginal ? deed('show', say('reports:review.show')) : null}
            {deed('refuse', say('reports:review.refuse'))}
          </div>
          {mayShowOriginal ? (
            <details>
              <summary>{say('reports:review.hide')}</summary>
              <form method="post" action={path} class="stack">
                {fields('show')}
                <fieldset class="field">
                  <legend>{say('reports:review.pick')}</legend>
                  <div class="pick">
                    {text.words.map(({ text: word, pointing }, place) => (
                      <label key={place} class="word">
                        <input type="checkbox" name="without" value={place} checked={pointing} />{' '}
                        <bdi>{word}</bdi>
                      </label>
                    ))}
                  </div>
                </fieldset>
                <p class="actions">
                  <button type="submit">{say('reports:review.show_without')}</button>
                </p>
              </form>
            </details>
          ) : null}
          <details open={!mayShowOriginal || translation !== undefined}>
            <summary>{say('reports:review.translate')}</summary>
            <form method="post" action={path} class="stack">
              {fields('translate')}
              <Field
                name={`translation-${_id}`}
                label={say('reports:review.translate_help')}
                wrong={translation?.wrong}
              >
                {ids => (
                  <textarea {...ids} name="translation" rows={3}>
                    {translation?.typed ?? ''}
                  </textarea>
                )}
              </Field>
              <p class="actions">
                <button type="submit">{say('reports:review.show_translation')}</button>
              </p>
            </form>
          </details>
        </>
      ) : (
        <>
          {translation ? (
            <p>
              {say('reports:review.not_kept')} <q dir="auto">{translation.typed}</q>
            </p>
          ) : null}
          {state === 'proposed' && !mayConfirm ? <p>{say('reports:review.second_reader')}</p> : null}
          <div class="actions">
            {mayConfirm ? deed('confirm', say('reports:review.confirm')) : null}
            {state === 'proposed' ? deed('refuse', say('reports:review.refuse')) : null}
            {deed('wait', say('reports:review.undo'))}
          </div>
        </>
      )}
      <form method="post" action={path} class="fields">
        {fields('tag')}
        <Field
          name={`tags-${_id}`}
          label={say('reports:review.tags')}
          help={themes && say('campaigns:saved_now', { text: words.list(tags) || '–' })}
          wrong={themes?.wrong}
        >
          {ids => <input {...ids} name="tags" type="text" value={themes?.typed ?? tags.join(', ')} />}
        </Field>
        <button type="submit">{say('reports:review.keep_tags')}</button>
      </form>
    </>
  )
}
