import type { AnswerWay } from '../../../domain/inbox/answerWays'
import { Field, wrongWords } from '../../components/Field'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'
import type { ThreadProps } from './ThreadPage'

type ComposerProps = ThreadProps & { path: string }

/** Those that rest on what was read: their `id`. */
const FORMS = { template: 'send-template', answer: 'send-answer', bot: 'leave-bot', closed: 'leave-closed' }

/** As far as one has read, for these forms: it moves on with the lines, while what one types stays. */
export function Seen({ reading: { lines, now } }: ThreadProps) {
  const seen = lines.at(-1)?.at ?? now
  return (
    <>
      {Object.values(FORMS).map(form => (
        <input key={form} type="hidden" name="seen" form={form} value={seen} />
      ))}
    </>
  )
}

/** Where one answers: for whoever holds the conversation, and for nobody else at the same time. */
export function Composer(props: ComposerProps) {
  const { reading, me, words, path } = props
  const { thread, names } = reading
  const holder = thread?.place === 'held' ? thread.holder : undefined
  if (holder && holder.staff !== me)
    return (
      <section class="sheet composer" aria-label={words.say('inbox:answer')}>
        <p>
          <Icon name="talk" />{' '}
          {words.say('inbox:answering', {
            name: names[holder.staff] ?? words.say('inbox:colleague'),
            when: words.moment(holder.since),
          })}
        </p>
        {props.typed?.text ? <Kept text={props.typed.text} words={words} /> : null}
        <form method="post" action={path}>
          <input type="hidden" name="do" value="take_from" />
          <input type="hidden" name="from" value={holder.staff} />
          <button type="submit">
            {words.say('inbox:take_from', { name: names[holder.staff] ?? words.say('inbox:colleague') })}
          </button>
        </form>
        <NoteForm {...props} />
      </section>
    )
  return (
    <section class="sheet composer" aria-label={words.say('inbox:answer')}>
      {holder ? null : <TakeOver words={words} path={path} />}
      <SavedReplies {...props} />
      <AnswerForm {...props} />
      <NoteForm {...props} />
      {thread?.place === 'held' || thread?.place === 'waiting' ? <Leave {...props} /> : null}
    </section>
  )
}

/** What one typed while a colleague was first. */
function Kept({ text, words }: { text: string; words: Words }) {
  return (
    <label>
      {words.say('inbox:your_text')}
      <textarea rows={4} readOnly dir="auto">
        {text}
      </textarea>
    </label>
  )
}

/** What is said often, ready in the person's language; one tap puts it in the box, and it can be changed there. */
function SavedReplies({ replies, words, path, texts }: ComposerProps) {
  if (replies.length === 0) return null
  return (
    <details class="saved">
      <summary>{words.say('inbox:saved_replies')}</summary>
      <ul class="rows">
        {replies.map(({ id, name, text, language }) => (
          <li key={id}>
            <a href={`${path}?reply=${encodeURIComponent(id)}#field-text`}>{name}</a>
            <p class="soft" lang={language} dir={texts.direction(language)}>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function TakeOver({ words, path }: { words: Words; path: string }) {
  return (
    <form method="post" action={path} class="take">
      <input type="hidden" name="do" value="take" />
      <button type="submit">{words.say('inbox:take_over')}</button>
      <p class="soft">{words.say('inbox:take_over_help')}</p>
    </form>
  )
}

function AnswerForm({ reading, words, texts, formKey, typed, path }: ComposerProps) {
  const { ways, contact, now } = reading
  const [first] = ways
  const wrong = wrongWords(typed?.problems ?? [], 'inbox', words)
  if (!first)
    return (
      <p class="notice">
        {words.say(contact.stopped ? 'inbox:wants_none' : 'inbox:no_way', { name: contact.name })}
      </p>
    )
  const free = ways.filter(({ way }) => way !== 'template')
  const template = ways.some(({ way }) => way === 'template')
  const languages = [...new Set([contact.language, words.language, ...texts.languages])]
  return (
    <>
      {template ? (
        <form method="post" action={path} class="take" id={FORMS.template}>
          <Hidden formKey={`${formKey}-t`} language={contact.language} />
          <p class="notice">{words.say('inbox:window_closed')}</p>
          <button type="submit" name="way" value="template">
            <Icon name="send" /> {words.say('inbox:send_template')}
          </button>
        </form>
      ) : null}
      {free.length > 0 ? (
        <form method="post" action={path} class="form" id={FORMS.answer}>
          <Hidden formKey={formKey} />
          <Field
            name="text"
            label={words.say('inbox:answer')}
            help={windowLine(free[0], now, words)}
            wrong={wrong.text}
          >
            {ids => (
              <textarea {...ids} rows={4} dir="auto" maxLength={1_600}>
                {typed?.text ?? ''}
              </textarea>
            )}
          </Field>
          <label class="in-language">
            {words.say('inbox:in_language')}
            <select name="language">
              {languages.map(tag => (
                <option key={tag} value={tag} selected={tag === (typed?.language ?? contact.language)}>
                  {words.languageName(tag)}
                </option>
              ))}
            </select>
          </label>
          <p class="actions">
            {free.map(({ way }, index) => (
              <button
                key={way}
                type="submit"
                name="way"
                value={way}
                class={index === 0 ? 'first' : undefined}
              >
                <Icon name="send" /> {words.say(`inbox:send.${way}`)}
              </button>
            ))}
          </p>
        </form>
      ) : null}
    </>
  )
}

function Hidden({ formKey, language }: { formKey: string; language?: string }) {
  return (
    <>
      <input type="hidden" name="do" value="answer" />
      <input type="hidden" name="key" value={formKey} />
      {language ? <input type="hidden" name="language" value={language} /> : null}
    </>
  )
}

const SOON_MS = 2 * 3_600_000

/** How long one may still write freely, in words. */
function windowLine(way: AnswerWay | undefined, now: number, words: Words): string {
  if (way?.way !== 'text') return words.say('inbox:by_sms')
  return words.say(way.until - now < SOON_MS ? 'inbox:window_ends' : 'inbox:window_open', {
    until: words.moment(way.until),
  })
}

function NoteForm({ words, formKey, typed, path }: ComposerProps) {
  const wrong = wrongWords(typed?.problems ?? [], 'inbox', words)
  return (
    <details class="internal-form" open={typed?.note !== undefined}>
      <summary>
        <Icon name="note" /> {words.say('inbox:add_note')}
      </summary>
      <form method="post" action={path} class="form">
        <input type="hidden" name="do" value="note" />
        <input type="hidden" name="key" value={formKey} />
        <Field
          name="note"
          label={words.say('inbox:note')}
          help={words.say('inbox:note_help')}
          wrong={wrong.note}
        >
          {({ name: _, ...ids }) => (
            <textarea {...ids} name="text" rows={3} dir="auto" maxLength={4_000}>
              {typed?.note ?? ''}
            </textarea>
          )}
        </Field>
        <p>
          <button type="submit">{words.say('inbox:keep_note')}</button>
        </p>
      </form>
    </details>
  )
}

function Leave({ reading, words, path }: ComposerProps) {
  const { open } = reading
  return (
    <div class="leave">
      {(['bot', 'closed'] as const).map(to => (
        <form key={to} method="post" action={path} id={FORMS[to]}>
          <input type="hidden" name="do" value="leave" />
          <input type="hidden" name="to" value={to} />
          <button type="submit">{words.say(`inbox:leave.${to}`)}</button>
          <p class="soft">
            {to === 'bot' && open
              ? words.say('inbox:leave.bot_goes_on', { question: open.question, of: open.of })
              : words.say(`inbox:leave.${to}_help`)}
          </p>
        </form>
      ))}
    </div>
  )
}
