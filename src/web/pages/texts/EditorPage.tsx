import type { OwnTextProblem } from '../../../domain/text/ownText'
import type { TextReading } from '../../../use-cases/readText'
import { Field, ToFix } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { Approval } from './Approval'
import { Checks, problemWords } from './Checks'
import { PhonePreview, type Shown } from './PhonePreview'
import { Reviewed, type Unread, unreadWords } from './Reviewed'
import { textName } from './textName'
import { asTyped, valueName } from './valueNames'

export interface EditorProps {
  words: Words
  reading: TextReading
  /** This page's own address. */
  path: string
  /** In the text, as it is typed. */
  typed: string
  /** What the writer saw when they began. */
  rev: number
  problems: readonly OwnTextProblem[]
  /** Saving was tried and stopped. */
  tried: boolean
  shown: Shown
  reader: string
  organisation: string
  direction: 'ltr' | 'rtl'
  languages: readonly string[]
  inLanguage: (language: string) => string
  /** Why what somebody says they read does not count. */
  unread?: Unread | undefined
  done?: 'saved' | 'standard' | 'undone' | 'read' | undefined
}

/** One text in one language: the Dutch beside it, the words, and the phone. */
export function EditorPage(props: EditorProps) {
  const { words, reading, path, done, tried, problems, unread } = props
  const { say } = words
  const { place, campaign, own } = reading
  const { part, group } = textName(place.key, words)
  const language = words.languageName(place.language)
  const title = say('texts:editor.title', { text: part, language })
  const [first] = problems
  return (
    <Layout words={words} title={title} path={path} sheets={['texts', 'bubble']}>
      <p>
        {campaign ? (
          <a href={`/campaigns/${encodeURIComponent(campaign._id)}`}>
            <bdi>{campaign.event.name}</bdi>
          </a>
        ) : (
          <a href="/texts">{say('texts:title')}</a>
        )}{' '}
        · {group}
      </p>
      <h1>{title}</h1>
      {done ? (
        <Strip
          kind="done"
          undo={
            own && (done === 'saved' || done === 'standard')
              ? { action: path, fields: { do: 'undo', rev: String(own.rev) }, label: say('form.undo') }
              : undefined
          }
        >
          {say(`texts:done.${done}`)}
        </Strip>
      ) : null}
      {tried && first ? <ToFix wrong={{ text: problemWords(first, words) }} words={words} /> : null}
      {unread ? <ToFix wrong={{ name: unreadWords(unread, words) }} words={words} /> : null}
      <OtherLanguages {...props} />
      <p class="soft">{say(campaign ? 'texts:editor.for_campaign' : 'texts:editor.for_all')}</p>
      <div class="editor">
        <div>
          <Source {...props} />
          <Form {...props} />
        </div>
        <Live {...props} />
        <div>
          <Approval reading={reading} words={words} />
          <Reviewed reading={reading} path={path} words={words} unread={unread} />
        </div>
      </div>
      <script src="/assets/texts.js" defer />
    </Layout>
  )
}

function OtherLanguages({ words, languages, inLanguage, reading }: EditorProps) {
  return (
    <nav class="pages" aria-label={words.say('texts:editor.languages')}>
      <ul>
        {languages.map(language => (
          <li key={language}>
            <a
              href={inLanguage(language)}
              aria-current={language === reading.place.language ? 'page' : undefined}
            >
              {words.languageName(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Source({ words, reading }: EditorProps) {
  if (reading.place.language === 'nl') return null
  return (
    <section class="sheet source" aria-labelledby="source">
      <h2 id="source">{words.say('texts:editor.source')}</h2>
      <p class="pre" lang="nl" dir="ltr">
        {asTyped(reading.source, words)}
      </p>
    </section>
  )
}

function Form(props: EditorProps) {
  const { words, reading, path, typed, rev, problems, tried, reader, shown, direction } = props
  const { say } = words
  const { plan, own, standard, house, place } = reading
  const [first] = problems
  const values = [...plan.values].filter(name => name !== 'count')
  const isStandard = own?.text === undefined
  return (
    <form method="post" action={path} class="form sheet" id="editor">
      <input type="hidden" name="rev" value={rev} />
      {standard === null && isStandard ? (
        <p class="notice">
          {say('texts:editor.missing', {
            language: words.languageName(place.language),
            people: say('texts:cost.people', { count: reading.count }),
          })}
        </p>
      ) : null}
      <Field
        name="text"
        label={say('texts:editor.text', { language: words.languageName(place.language) })}
        help={say(
          isStandard
            ? house === null
              ? 'texts:editor.is_standard'
              : 'texts:editor.is_house'
            : 'texts:editor.is_own',
          {
            name: reading.writer,
            when: own ? words.moment(own.at) : '',
          },
        )}
        wrong={tried && first ? problemWords(first, words) : undefined}
      >
        {ids => (
          <textarea
            {...ids}
            rows={12}
            lang={place.language}
            dir={direction}
            hx-post={path}
            hx-trigger="input changed delay:400ms"
            hx-vals='{"do":"show"}'
            hx-select="#live"
            hx-target="#live"
            hx-swap="outerHTML"
          >
            {typed}
          </textarea>
        )}
      </Field>
      <div class="values">
        <p id="insert">{say('texts:editor.insert')}</p>
        <ul aria-labelledby="insert">
          {values.map(name => (
            <li key={name}>
              <button
                type="submit"
                name="insert"
                value={name}
                class="value"
                data-insert={`{${valueName(name, words)}}`}
              >
                {valueName(name, words)}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div class="fields">
        <label>
          {say('texts:editor.reader')}
          <select name="reader">
            <option value="">{say('texts:editor.example')}</option>
            {reading.people.map(({ _id, name }) => (
              <option key={_id} value={_id} selected={_id === reader}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('texts:editor.channel')}
          <select name="channel">
            {(['whatsapp', 'sms'] as const).map(channel => (
              <option key={channel} value={channel} selected={channel === shown.channel}>
                {say(`channel.${channel}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" name="do" value="show">
          <Icon name="eye" /> {say('texts:editor.show')}
        </button>
      </div>
      <p class="actions">
        <button type="submit" name="do" value="save" class="first">
          {say('texts:editor.save')}
        </button>
        {isStandard ? null : (
          <button type="submit" name="do" value="standard">
            {say('texts:editor.put_back')}
          </button>
        )}
      </p>
    </form>
  )
}

/** What changes while somebody types. */
function Live({ words, shown, organisation, problems }: EditorProps) {
  return (
    <div id="live" aria-live="polite" class="sheet">
      <PhonePreview shown={shown} organisation={organisation} words={words} />
      <Checks problems={problems} words={words} />
    </div>
  )
}
