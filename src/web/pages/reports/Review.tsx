import type { ComponentChildren } from 'preact'
import type { TextToReview } from '../../../use-cases/readTexts'
import { Field } from '../../components/Field'
import { Tag } from '../../components/Tag'
import type { Speaking } from './reading'

/** What somebody typed about one text that was not kept, and why; without that a colleague was first. */
export interface SentReview {
  text: string
  field: 'translation' | 'words' | 'tags'
  typed: string
  wrong?: string
}

interface ReviewProps extends Speaking {
  /** Where it is decided. */
  path: string
  text: TextToReview
  directionOf: (language: string) => 'ltr' | 'rtl'
  sent: SentReview | undefined
}

/** One remark with what its reader may do: hear it and write it down, show it, translate it, refuse it, put themes on it. */
export function Review(props: ReviewProps) {
  const { text, words, asks, directionOf, sent } = props
  const { say } = words
  const { state, language, shown, tags, dialog, question } = text
  const { icon, colour } = STATES[state]
  const isOpen = state === 'waiting'
  // A colleague was first: there is no field any more to give it back in.
  const isLost = sent && sent.field !== 'tags' && !(isOpen && (sent.field !== 'words' || text.isSpoken))
  const themes = sent?.field === 'tags' ? sent : undefined
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
      {text.words.length > 0 ? (
        <blockquote lang={language} dir={language === undefined ? 'auto' : directionOf(language)}>
          {text.words.map(({ text: word, pointing }, place) => (
            <span key={place}>
              {place > 0 ? ' ' : ''}
              {pointing ? <u>{word}</u> : word}
            </span>
          ))}
        </blockquote>
      ) : null}
      {shown !== undefined ? (
        <p class="soft">
          {say(`reports:review.state.${state}`)}: <bdi>{shown}</bdi>
        </p>
      ) : null}
      {isLost ? (
        <p>
          {say('reports:review.not_kept')} <q dir="auto">{sent.typed}</q>
        </p>
      ) : null}
      {isOpen ? text.isSpoken ? <Voice {...props} /> : <Written {...props} /> : <Decided {...props} />}
      <Decide {...props} decision="tag" class="fields">
        <Field
          name={`tags-${text._id}`}
          label={say('reports:review.tags')}
          help={themes && say('campaigns:saved_now', { text: words.list(tags) || '–' })}
          wrong={themes?.wrong}
        >
          {ids => <input {...ids} name="tags" type="text" value={themes?.typed ?? tags.join(', ')} />}
        </Field>
        <button type="submit">{say('reports:review.keep_tags')}</button>
      </Decide>
    </>
  )
}

const STATES = {
  waiting: { icon: 'clock', colour: 'wait' },
  proposed: { icon: 'people', colour: 'wait' },
  shown: { icon: 'eye', colour: 'good' },
  refused: { icon: 'minus', colour: 'quiet' },
} as const

/** The form of one decision about the remark as it was read. */
function Decide({
  path,
  text: { _id, rev },
  decision,
  class: look,
  children,
}: Pick<ReviewProps, 'path' | 'text'> & { decision: string; class?: string; children: ComponentChildren }) {
  return (
    <form method="post" action={path} class={look}>
      <input type="hidden" name="text" value={_id} />
      <input type="hidden" name="rev" value={rev} />
      <input type="hidden" name="decision" value={decision} />
      {children}
    </form>
  )
}

/**
 * A voice of somebody whose name nobody knows: written down, its sound is deleted, and its words are read like any others. Where
 * its own words can never be shown it is translated at once.
 */
function Voice(props: ReviewProps) {
  const { path, text, words } = props
  const { say } = words
  const { mayShowOriginal } = text
  return (
    <>
      <p>{say('reports:review.voice')}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: its words are what whoever listens writes down here */}
      <audio
        controls
        preload="none"
        src={`${path}/${encodeURIComponent(text._id)}/sound`}
        aria-label={say('inbox:media.voice')}
      />
      {mayShowOriginal ? (
        <InWords
          {...props}
          decision="write_down"
          field="words"
          label={say('reports:review.write_down')}
          help={say('reports:review.write_down_help')}
          keep={say('reports:review.keep_words')}
        />
      ) : (
        <p class="notice">{say('reports:review.only_translated_voice')}</p>
      )}
      <div class="actions">
        <Decide {...props} decision="refuse">
          <button type="submit">{say('reports:review.silence')}</button>
        </Decide>
      </div>
      <Translate {...props} help={say('reports:review.translate_voice')} open={!mayShowOriginal} />
    </>
  )
}

function Written(props: ReviewProps) {
  const { text, words } = props
  const { say } = words
  const { mayShowOriginal } = text
  return (
    <>
      {mayShowOriginal ? null : <p class="notice">{say('reports:review.only_translated')}</p>}
      <div class="actions">
        {mayShowOriginal ? (
          <Decide {...props} decision="show">
            <button type="submit">{say('reports:review.show')}</button>
          </Decide>
        ) : null}
        <Decide {...props} decision="refuse">
          <button type="submit">{say('reports:review.refuse')}</button>
        </Decide>
      </div>
      {mayShowOriginal ? (
        <details>
          <summary>{say('reports:review.hide')}</summary>
          <Decide {...props} decision="show" class="stack">
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
          </Decide>
        </details>
      ) : null}
      <Translate {...props} help={say('reports:review.translate_help')} open={!mayShowOriginal} />
    </>
  )
}

function Translate({ help, open, ...props }: ReviewProps & { help: string; open: boolean }) {
  const { sent } = props
  const { say } = props.words
  return (
    <details open={open || sent?.field === 'translation'}>
      <summary>{say('reports:review.translate')}</summary>
      <InWords
        {...props}
        decision="translate"
        field="translation"
        label={help}
        keep={say('reports:review.show_translation')}
      />
    </details>
  )
}

/** A decision that takes words of the reader's own; what was typed and not kept is in it again, with what is wrong. */
function InWords({
  field,
  label,
  help,
  keep,
  ...props
}: ReviewProps & {
  decision: string
  field: 'words' | 'translation'
  label: string
  help?: string
  /** On the button. */
  keep: string
}) {
  const sent = props.sent?.field === field ? props.sent : undefined
  return (
    <Decide {...props} class="stack">
      <Field name={`${field}-${props.text._id}`} label={label} help={help} wrong={sent?.wrong}>
        {ids => (
          <textarea {...ids} name={field} rows={3} dir="auto">
            {sent?.typed ?? ''}
          </textarea>
        )}
      </Field>
      <p class="actions">
        <button type="submit">{keep}</button>
      </p>
    </Decide>
  )
}

function Decided(props: ReviewProps) {
  const { text, words } = props
  const { say } = words
  const { state, mayConfirm } = text
  // Its sound was deleted before anybody wrote it down: nothing brings it back.
  const isSilent = text.words.length === 0
  const deed = (decision: string, label: string) => (
    <Decide {...props} decision={decision}>
      <button type="submit">{label}</button>
    </Decide>
  )
  return (
    <>
      {isSilent ? <p>{say('reports:review.silent')}</p> : null}
      {state === 'proposed' && !mayConfirm ? <p>{say('reports:review.second_reader')}</p> : null}
      <div class="actions">
        {mayConfirm ? deed('confirm', say('reports:review.confirm')) : null}
        {state === 'proposed' ? deed('refuse', say('reports:review.refuse')) : null}
        {isSilent ? null : deed('wait', say('reports:review.undo'))}
      </div>
    </>
  )
}
