import type { ReviewLink } from '../../../domain/text/reviewLink'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import { ToCopy } from '../../components/ToCopy'
import type { Words } from '../../words'

export const REVIEWERS = '/texts/reviewers'
export const reviewersPath = (language: string): string => `${REVIEWERS}/${encodeURIComponent(language)}`

/** Somebody without an account is asked to read one language: the link is made, shown once, and taken back here. */
export function ReviewersPage({
  words,
  language,
  links,
  link,
  newKey,
  ended,
}: {
  words: Words
  language: string
  links: readonly (ReviewLink & { maker: string })[]
  /** The new one, shown once. */
  link?: string | undefined
  /** Of the next one. */
  newKey: string
  ended: boolean
}) {
  const { say } = words
  const name = words.languageName(language)
  return (
    <Layout words={words} title={say('review:ask.title')} path={reviewersPath(language)} sheets={['review']}>
      <p>
        <a href={`/texts?in=${encodeURIComponent(language)}`}>{say('texts:title')}</a> · {name}
      </p>
      <h1>{say('review:ask.title')}</h1>
      {ended ? <Strip kind="done">{say('review:ask.ended')}</Strip> : null}
      <div class="sheet readers">
        <p>{say('review:ask.lead', { language: name })}</p>
        <p class="soft">{say('review:ask.sees')}</p>
        {link ? (
          <div class="link" role="status">
            <ToCopy id="link" label={say('review:ask.new')} value={link} words={words} />
            <p class="soft">{say('review:ask.once')}</p>
          </div>
        ) : null}
        <form method="post" action={reviewersPath(language)}>
          <input type="hidden" name="key" value={newKey} />
          <button type="submit" class={link ? undefined : 'first'}>
            {say('review:ask.make')}
          </button>
        </form>
      </div>
      <section class="sheet readers" aria-labelledby="open">
        <h2 id="open">{say('review:ask.open', { language: name })}</h2>
        {links.length === 0 ? <Empty>{say('review:ask.none')}</Empty> : null}
        <ul class="rows">
          {links.map(one => (
            <Row key={one._id} link={one} words={words} language={language} />
          ))}
        </ul>
      </section>
    </Layout>
  )
}

function Row({
  link: { _id, maker, until, usedAt, reader },
  words,
  language,
}: {
  link: ReviewLink & { maker: string }
  words: Words
  language: string
}) {
  const { say } = words
  return (
    <li class="reader">
      <div>
        <strong>
          {reader === undefined ? (
            say('review:ask.nobody')
          ) : (
            <>
              {say('review:reader')} <bdi>{reader}</bdi>
            </>
          )}
        </strong>
        <p class="soft">
          {say('review:ask.made', { name: maker })} · {say('review:ask.until', { when: words.moment(until) })}{' '}
          ·{' '}
          {usedAt === undefined
            ? say('review:ask.unused')
            : say('review:ask.used', { when: words.moment(usedAt) })}
        </p>
      </div>
      <form method="post" action={`${reviewersPath(language)}/end`}>
        <input type="hidden" name="link" value={_id} />
        <button type="submit" class="quiet danger">
          {say('review:ask.end')}
          <span class="hidden">: {reader ?? say('review:ask.until', { when: words.moment(until) })}</span>
        </button>
      </form>
    </li>
  )
}
