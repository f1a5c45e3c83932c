import type { TextPair } from '../../../use-cases/readAlong'
import { Empty } from '../../components/Empty'
import { Field, ToFix, type Wrong } from '../../components/Field'
import { Gate } from '../../components/Gate'
import { Icon } from '../../components/Icon'
import { Strip } from '../../components/Strip'
import { Tag } from '../../components/Tag'
import type { Words } from '../../words'
import { inGroups, textName } from '../texts/textName'
import { asTyped } from '../texts/valueNames'

export const REVIEW_FILTERS = ['unread', 'changed', 'all'] as const
export type ReviewFilter = (typeof REVIEW_FILTERS)[number]

export const PASSES: Record<ReviewFilter, (pair: TextPair) => boolean> = {
  unread: ({ review }) => review !== 'reviewed',
  changed: ({ review }) => review === 'changed',
  all: () => true,
}

export interface ReviewProps {
  words: Words
  /** This link's own address. */
  path: string
  organisation: string
  language: string
  direction: 'ltr' | 'rtl'
  pairs: readonly TextPair[]
  choice: Choice
  /** What the reader calls themselves. */
  reader: string
  /** Until when the link holds. */
  until: number
  wrong?: Wrong | undefined
  saved?: TextPair | undefined
  undone?: boolean
  /** Other words came while this one was being read. */
  changed?: TextPair | undefined
}

/** Which texts somebody looks at. `from`: those before it are passed over, by their place in all of them. */
export interface Choice {
  filter: ReviewFilter
  from: number
}

/** With what else an address says. */
export function shownPath(path: string, { filter, from }: Choice, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    ...(filter === 'unread' ? {} : { show: filter }),
    ...(from > 0 ? { from: String(from) } : {}),
    ...more,
  })
  return query.size > 0 ? `${path}?${query}` : path
}

export const pairPath = (path: string, key: string, choice: Choice, more?: Record<string, string>): string =>
  shownPath(`${path}/${encodeURIComponent(key)}`, choice, more)

/** As many as somebody reads in one sitting, and a phone can hold. */
const PER_PAGE = 20

/** Each text has a number, so that two "questions" of one conversation can be told apart. */
export function pairName(pairs: readonly TextPair[], { key }: TextPair, words: Words): string {
  const number = pairs.findIndex(one => one.key === key) + 1
  return `${number}. ${textName(key, words).part}`
}

/** Everything that is said in one language, beside its source, for somebody who grew up with it. */
export function ReviewPage(props: ReviewProps) {
  const { words, path, pairs, choice, language, saved, changed, undone, reader } = props
  const { say } = words
  const { filter, from } = choice
  const left = pairs.filter((pair, index) => index >= from && PASSES[filter](pair))
  const shown = left.slice(0, PER_PAGE)
  const further = left[PER_PAGE]
  const inLanguage = (tag: string) => shownPath(path, choice, { language: tag })
  return (
    <Gate
      words={words}
      title={say('review:title', { language: words.languageName(language) })}
      inLanguage={inLanguage}
      sheets={['texts', 'review']}
      wide
    >
      {saved ? (
        <Strip
          kind="done"
          undo={{
            action: pairPath(path, saved.key, choice),
            fields: { do: 'undo', rev: String(saved.rev), name: reader },
            label: say('form.undo'),
          }}
        >
          {say('review:saved', { text: pairName(pairs, saved, words) })}
        </Strip>
      ) : null}
      {undone ? <Strip kind="done">{say('review:undone')}</Strip> : null}
      {changed ? (
        <Strip kind="wrong">{say('review:changed', { text: pairName(pairs, changed, words) })}</Strip>
      ) : null}
      <p>{say('review:intro', { organisation: props.organisation })}</p>
      <Reader {...props} />
      <p>
        <b>
          {say('review:progress', {
            read: pairs.filter(({ review }) => review === 'reviewed').length,
            all: pairs.length,
          })}
        </b>{' '}
        <span class="soft">{say('review:until', { when: words.moment(props.until) })}</span>
      </p>
      <Filters {...props} />
      {shown.length === 0 ? (
        <div class="sheet">
          <Empty>{say(from > 0 ? 'review:empty.further' : `review:empty.${filter}`)}</Empty>
        </div>
      ) : null}
      {inGroups(shown, words).map(([group, own]) => (
        <section class="sheet" key={group} aria-label={group}>
          <h2>{group}</h2>
          <ul>
            {own.map(pair => (
              <Pair key={pair.key} pair={pair} {...props} />
            ))}
          </ul>
        </section>
      ))}
      <p class="actions">
        {from > 0 ? (
          <a class="button" href={shownPath(path, { filter, from: 0 })}>
            {say('review:start')}
          </a>
        ) : null}
        {further ? (
          <a class="button" href={shownPath(path, { filter, from: pairs.indexOf(further) })}>
            {say('review:further', { count: left.length - PER_PAGE })}
          </a>
        ) : null}
      </p>
    </Gate>
  )
}

/** Who reads; somebody else at the same screen says so here. */
function Reader({ words, path, choice, reader }: ReviewProps) {
  return (
    <details>
      <summary>
        {words.say('review:reader')} <bdi>{reader}</bdi>
      </summary>
      <form method="post" action={shownPath(path, choice)} class="fields">
        <label>
          {words.say('review:other')}
          <input name="name" required maxLength={80} autocomplete="name" />
        </label>
        <button type="submit" name="do" value="name">
          {words.say('review:go_on')}
        </button>
      </form>
    </details>
  )
}

function Filters({ words, path, pairs, choice }: ReviewProps) {
  return (
    <nav aria-label={words.say('review:filters')}>
      <ul class="chips">
        {REVIEW_FILTERS.map(one => (
          <li key={one}>
            <a
              class="chip"
              href={shownPath(path, { filter: one, from: 0 })}
              aria-current={one === choice.filter ? 'true' : undefined}
            >
              {words.say(`review:filter.${one}`)} <b>{pairs.filter(PASSES[one]).length}</b>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Pair({ pair, ...props }: ReviewProps & { pair: TextPair }) {
  const { words, path, pairs, choice, reader } = props
  const { say } = words
  const { key, said, review, seen } = pair
  const name = pairName(pairs, pair, words)
  const isRead = review === 'reviewed'
  return (
    <li class="pair" id={`text-${pairs.indexOf(pair)}`}>
      <h3>{name}</h3>
      <Sides {...props} pair={pair} />
      <div class="actions">
        <Tag icon={isRead ? 'check' : said === null ? 'minus' : 'eye'} colour={isRead ? 'good' : 'quiet'}>
          {say(`review:state.${said === null ? 'missing' : review}`)}
        </Tag>
        {isRead || said === null ? null : (
          <form method="post" action={shownPath(path, choice)}>
            <input type="hidden" name="key" value={key} />
            <input type="hidden" name="seen" value={seen} />
            <input type="hidden" name="name" value={reader} />
            <button type="submit" name="do" value="tick">
              <Icon name="check" /> {say('review:tick')}
              <span class="hidden">: {name}</span>
            </button>
          </form>
        )}
        <a class="button" href={pairPath(path, key, choice)}>
          {say(said === null ? 'review:write' : 'review:change')}
          <span class="hidden">: {name}</span>
        </a>
      </div>
    </li>
  )
}

/** The Dutch, and what is said now. */
export function Sides({
  pair: { said, source },
  words,
  language,
  direction,
}: Pick<ReviewProps, 'words' | 'language' | 'direction'> & { pair: TextPair }) {
  return (
    <div class="sides">
      {language === 'nl' ? null : (
        <p class="pre" lang="nl" dir="ltr">
          {asTyped(source, words)}
        </p>
      )}
      {said === null ? null : (
        <p class="pre target" lang={language} dir={direction}>
          {asTyped(said, words)}
        </p>
      )}
    </div>
  )
}

/** Asked once, before anything else: a tick says who read. */
export function NamePage({
  words,
  path,
  organisation,
  language,
  typed,
  wrong = {},
}: Pick<ReviewProps, 'words' | 'path' | 'organisation' | 'language' | 'wrong'> & { typed: string }) {
  const { say } = words
  return (
    <Gate
      words={words}
      title={say('review:title', { language: words.languageName(language) })}
      inLanguage={tag => `${path}?language=${tag}`}
    >
      <ToFix wrong={wrong} words={words} />
      <p>{say('review:intro', { organisation })}</p>
      <p>{say('review:how', { language: words.languageName(language) })}</p>
      <form method="post" action={path} class="stack">
        <Field name="name" label={say('review:name')} help={say('review:name_help')} wrong={wrong.name}>
          {ids => <input {...ids} type="text" value={typed} autocomplete="name" />}
        </Field>
        <button type="submit" name="do" value="name" class="first">
          {say('review:begin')}
        </button>
      </form>
    </Gate>
  )
}

/** The link is over, or never was. What somebody was still writing stays there to be copied. */
export function OverPage({
  words,
  path,
  organisation,
  since,
  typed,
}: Pick<ReviewProps, 'words' | 'path'> & {
  organisation: string | null
  since: number | null
  typed: string
}) {
  const { say } = words
  const title = say('review:over_title')
  return (
    <Gate words={words} title={title} inLanguage={tag => `${path}?language=${tag}`}>
      <p role="alert">
        {since === null || organisation === null
          ? say('review:over')
          : say('review:over_since', { when: words.moment(since), organisation })}
      </p>
      {typed === '' ? null : (
        <Field name="typed" label={say('review:typed')}>
          {ids => (
            <textarea {...ids} rows={8} dir="auto" readOnly>
              {typed}
            </textarea>
          )}
        </Field>
      )}
    </Gate>
  )
}
