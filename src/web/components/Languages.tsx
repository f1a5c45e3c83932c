import { STAFF_LANGUAGES, type Words } from '../words'

/** This page in another language. */
export function Languages({ words, inLanguage }: { words: Words; inLanguage: (language: string) => string }) {
  return (
    <nav aria-label={words.say('nav.language')}>
      <ul class="languages">
        {STAFF_LANGUAGES.map(language => (
          <li key={language}>
            <a
              href={inLanguage(language)}
              lang={language}
              hreflang={language}
              aria-current={language === words.language ? 'true' : undefined}
            >
              {words.say(`language.${language}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
