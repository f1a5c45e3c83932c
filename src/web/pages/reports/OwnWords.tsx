import type { ShownText } from '../../../use-cases/readTexts'
import { reportPath, type Speaking } from './reading'

export interface ShownTexts {
  texts: readonly ShownText[]
  /** How many nobody has read yet. */
  waiting: number
  /** Of colleagues who translated, by id. */
  names: Readonly<Record<string, string>>
  directionOf: (language: string) => 'ltr' | 'rtl'
}

/** What people wrote, once a colleague has read it; in an order that means nothing. */
export function OwnWords({
  shown,
  campaign,
  mayReview,
  words,
}: Speaking & { shown: ShownTexts; campaign: string; mayReview: boolean }) {
  const { texts, waiting, names, directionOf } = shown
  const { say } = words
  const themes = new Map<string, number>()
  for (const tag of texts.flatMap(({ tags }) => tags)) themes.set(tag, (themes.get(tag) ?? 0) + 1)
  return (
    <section class="sheet" aria-labelledby="own-words">
      <h2 id="own-words">{say('reports:own_words.title')}</h2>
      <p class="soft">
        {texts.length > 0
          ? say('reports:own_words.count', { count: texts.length })
          : say('reports:own_words.none')}{' '}
        {waiting > 0 ? say('reports:own_words.waiting', { count: waiting }) : ''}
      </p>
      {mayReview ? (
        <p>
          <a class="button" href={`${reportPath(campaign)}/texts`}>
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
      <ul class="quotes">
        {texts.map(({ text, language, translatedBy, tags }, index) => (
          <li key={index}>
            <blockquote lang={language} dir={language === undefined ? 'auto' : directionOf(language)}>
              {text}
            </blockquote>
            <p class="soft">
              {[
                translatedBy === undefined
                  ? words.languageName(language ?? '')
                  : say('reports:own_words.translated', {
                      name: names[translatedBy] ?? say('reports:own_words.somebody'),
                    }),
                ...tags,
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
