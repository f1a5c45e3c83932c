import { Fragment } from 'preact'
import { groupBy } from '../../../domain/groupBy'
import type { ShownText } from '../../../use-cases/readTexts'
import { plain } from './questions'
import type { Speaking } from './reading'

export interface ShownTexts {
  texts: readonly ShownText[]
  /** How many nobody has read yet. */
  waiting: number
  /** Of colleagues who translated or wrote down, by id. */
  names: Readonly<Record<string, string>>
  directionOf: (language: string) => 'ltr' | 'rtl'
}

/** What people wrote, once a colleague has read it, under the question where several were asked. */
export function OwnWords({
  shown,
  title,
  review,
  pool,
  words,
  asks,
}: Pick<Speaking, 'words' | 'asks'> & {
  shown: ShownTexts
  title?: string
  /** Where they are read first, for who may. */
  review?: string | undefined
  /** Words that waited for those of other events of the series stand there, by its address. */
  pool?: string | undefined
}) {
  const { texts, waiting, names, directionOf } = shown
  const { say } = words
  const questions = groupBy(texts, ({ dialog, question }) => JSON.stringify([dialog, question]))
  const themes = new Map<string, number>()
  for (const tag of texts.flatMap(({ tags }) => tags)) themes.set(tag, (themes.get(tag) ?? 0) + 1)
  return (
    <section class="sheet" aria-labelledby="own-words">
      <h2 id="own-words">{title ?? say('reports:own_words.title')}</h2>
      <p class="soft">
        {texts.length > 0
          ? say('reports:own_words.count', { count: texts.length })
          : say('reports:own_words.none')}{' '}
        {waiting > 0 ? say('reports:own_words.waiting', { count: waiting }) : ''}
      </p>
      {pool ? (
        <p>
          <a href={pool}>{say('reports:own_words.pool')}</a>
        </p>
      ) : null}
      {review ? (
        <p>
          <a class="button" href={review}>
            {say('reports:own_words.read')}
          </a>
        </p>
      ) : null}
      {themes.size > 0 ? (
        <p>
          {say('reports:own_words.themes')}:{' '}
          {[...themes]
            .sort((a, b) => b[1] - a[1])
            .map(([theme, count]) => `${theme} (${count})`)
            .join(' · ')}
        </p>
      ) : null}
      {[...questions].map(([key, said]) => (
        <Fragment key={key}>
          {questions.size > 1 ? <h3>{plain(asks(said[0]!.dialog, said[0]!.question))}</h3> : null}
          <ul class="quotes">
            {said.map((text, index) => (
              <Quote key={index} text={text} names={names} directionOf={directionOf} words={words} />
            ))}
          </ul>
        </Fragment>
      ))}
    </section>
  )
}

function Quote({
  text: { text, language, translatedBy, writtenDownBy, tags },
  names,
  directionOf,
  words: { say, languageName },
}: Pick<ShownTexts, 'names' | 'directionOf'> & Pick<Speaking, 'words'> & { text: ShownText }) {
  const by = (what: 'translated' | 'written_down', colleague: string) =>
    say(`reports:own_words.${what}`, { name: names[colleague] ?? say('reports:own_words.somebody') })
  const told = translatedBy === undefined ? languageName(language ?? '') : by('translated', translatedBy)
  const heard = writtenDownBy === undefined ? [] : [by('written_down', writtenDownBy)]
  return (
    <li>
      <blockquote lang={language} dir={language === undefined ? 'auto' : directionOf(language)}>
        {text}
      </blockquote>
      <p class="soft">{[told, ...heard, ...tags].join(' · ')}</p>
    </li>
  )
}
