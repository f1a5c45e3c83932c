import type { ComponentChildren } from 'preact'
import { Face } from './Face'

export const FACES = [1, 2, 3, 4, 5] as const
export const SCREENS = ['first', 'second', 'thanks'] as const
export type Screen = (typeof SCREENS)[number]

/** The tablet's words in one language, by their key in the file. */
export interface KioskWords {
  language: string
  direction: 'ltr' | 'rtl'
  endonym: string
  say: Readonly<Record<string, string>>
}

export interface KioskProps {
  /** Every language in which it speaks; the first of `rotation` on this page. */
  languages: readonly KioskWords[]
  words: KioskWords
  /** `/kiosk/<secret>` */
  path: string
  screen: Screen
  /** The two questions by their id in the dialog. */
  questions: readonly string[]
  /** A random number for what this page sends, so that it counts once. */
  batch: string
}

const SECONDS: Partial<Record<Screen, number>> = { second: 20, thanks: 4 }

/**
 * A screen for whoever leaves. All three screens are in the page, so that a script can go on without a network; without
 * scripts each is a page of its own that leads back by itself.
 */
export function KioskPage(props: KioskProps) {
  const { languages, words, path, screen, questions } = props
  const start = `${path}?language=${words.language}`
  const seconds = SECONDS[screen]
  return (
    <Tablet words={words} script refresh={seconds ? { seconds, to: start } : undefined}>
      <main
        id="content"
        data-path={path}
        data-questions={questions.join()}
        data-words={JSON.stringify(Object.fromEntries(languages.map(one => [one.language, one])))}
      >
        <Languages {...props} />
        {questions.map((question, place) => (
          <Question key={question} {...props} question={question} place={place} />
        ))}
        <section data-screen="thanks" hidden={screen !== 'thanks'} class="thanks">
          <svg class="tick" viewBox="0 0 100 100" aria-hidden="true">
            <path d="M20 54l22 22 40-48" />
          </svg>
          <h1 tabIndex={-1} data-say="thanks">
            {words.say.thanks}
          </h1>
          <a class="button" href={start} data-deed="start" data-say="back">
            {words.say.back}
          </a>
        </section>
        <p class="waits" role="status" hidden>
          <span data-say="waits">{words.say.waits}</span> <span data-count />
        </p>
      </main>
    </Tablet>
  )
}

/** Around every page of the tablet: no menu, no name, no clock; light, because the room is. */
export function Tablet({
  words,
  script = false,
  refresh,
  children,
}: {
  words: KioskWords
  script?: boolean
  refresh?: { seconds: number; to: string } | undefined
  children: ComponentChildren
}) {
  return (
    <html lang={words.language} dir={words.direction} data-theme="light">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{words.say.title}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        {['fonts', 'tokens', 'kiosk'].map(sheet => (
          <link key={sheet} rel="stylesheet" href={`/assets/${sheet}.css`} />
        ))}
        {refresh ? (
          <noscript>
            <meta http-equiv="refresh" content={`${refresh.seconds};url=${refresh.to}`} />
          </noscript>
        ) : null}
        {script ? <script src="/assets/kiosk.js" defer /> : null}
      </head>
      <body>{children}</body>
    </html>
  )
}

/** By their own names, never flags. */
function Languages({ languages, words, path }: KioskProps) {
  return (
    <nav aria-label={words.say.languages} data-label="languages">
      <ul>
        {languages.map(({ language, direction, endonym }) => (
          <li key={language}>
            <a
              href={`${path}?language=${language}`}
              lang={language}
              dir={direction}
              data-language={language}
              aria-current={language === words.language ? 'true' : undefined}
            >
              {endonym}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Question({
  languages,
  words,
  path,
  screen,
  batch,
  question,
  place,
}: KioskProps & { question: string; place: number }) {
  const own = SCREENS[place]!
  const key = `question_${place + 1}`
  const others = languages.filter(({ language }) => language !== words.language).slice(0, 2)
  return (
    <form method="post" action={path} data-screen={own} data-question={question} hidden={screen !== own}>
      <input type="hidden" name="question" value={question} />
      <input type="hidden" name="language" value={words.language} />
      <input type="hidden" name="batch" value={batch} />
      {place === 0 ? (
        <p class="greeting" data-say="greeting">
          {words.say.greeting}
        </p>
      ) : null}
      <fieldset>
        <legend>
          <h1 tabIndex={-1} data-say={key}>
            {words.say[key]}
          </h1>
        </legend>
        {/* For who asked for less motion: the words do not change by themselves, so three languages stand here at once. */}
        {place === 0
          ? others.map(({ language, direction, say }) => (
              <p key={language} class="also" lang={language} dir={direction}>
                {say[key]}
              </p>
            ))
          : null}
        <div class="faces">
          {FACES.map(face => (
            <label key={face}>
              <input type="radio" name="face" value={face} required />
              <Face face={face} />
              <span data-say={`face.${face}`}>{words.say[`face.${face}`]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p class="deeds">
        <button type="submit" class="button next" data-say="next">
          {words.say.next}
        </button>
        {place > 0 ? (
          <>
            <button type="button" class="button scripted" data-deed="other" data-say="other_choice">
              {words.say.other_choice}
            </button>
            <a
              class="button"
              href={`${path}/thanks?language=${words.language}`}
              data-deed="skip"
              data-say="skip"
            >
              {words.say.skip}
            </a>
          </>
        ) : (
          <span class="nobody" data-say="nobody">
            {words.say.nobody}
          </span>
        )}
      </p>
    </form>
  )
}

/** The link is over, or never was. */
export function KioskEnded({ words }: { words: KioskWords }) {
  return (
    <Tablet words={words}>
      <main id="content">
        <section class="thanks">
          <h1>{words.say.ended}</h1>
        </section>
      </main>
    </Tablet>
  )
}
