import type { ComponentChildren } from 'preact'
import type { Words } from '../words'
import { STAFF_LANGUAGES } from '../words'
import { Icon, Mark } from './Icon'
import { SignOut } from './SignOut'

export interface LayoutProps {
  words: Words
  /** No names of people: titles land in histories. */
  title: string
  /** Address of the phones, when nothing leaves this machine. */
  phones?: string | undefined
  /** This page's own address, for the choice of language. */
  path: string
  children: ComponentChildren
}

const SHEETS = [
  'fonts',
  'tokens',
  'base',
  'frame',
  'parts',
  'bridge',
  'campaign',
  'sign-in',
  'print',
] as const

export function Layout(props: LayoutProps) {
  const { words, title, children } = props
  return (
    <Shell words={words} title={title}>
      <Rail {...props} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </Shell>
  )
}

/** What every page has around it; `children` has the one `main#content`. */
export function Shell(props: Pick<LayoutProps, 'words' | 'title' | 'children'> & { class?: string }) {
  const { words, title, children } = props
  return (
    <html lang={words.language} dir={words.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${words.say('product')}`}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        {SHEETS.map(sheet => (
          <link key={sheet} rel="stylesheet" href={`/assets/${sheet}.css`} />
        ))}
      </head>
      <body class={props.class}>
        <a class="skip" href="#content">
          {words.say('nav.skip')}
        </a>
        {children}
      </body>
    </html>
  )
}

function Rail({ words, phones, path }: LayoutProps) {
  return (
    <header class="rail">
      <a class="brand" href="/campaigns">
        <Mark /> {words.say('product')}
      </a>
      <nav aria-label={words.say('nav.label')}>
        <ul>
          <li>
            <a href="/campaigns" aria-current={path === '/campaigns' ? 'page' : 'true'}>
              <Icon name="route" /> {words.say('campaigns')}
            </a>
          </li>
          {phones ? (
            <li>
              <a href={phones}>
                <Icon name="chat" /> {words.say('phones')}
              </a>
            </li>
          ) : null}
        </ul>
      </nav>
      <div class="foot">
        {phones ? (
          <p class="practice">
            <Icon name="flask" /> <span>{words.say('practice')}</span>
          </p>
        ) : null}
        <SignOut words={words} />
        <nav aria-label={words.say('nav.language')}>
          <ul class="languages">
            {STAFF_LANGUAGES.map(language => (
              <li key={language}>
                <a
                  href={`${path}?language=${language}`}
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
      </div>
    </header>
  )
}
