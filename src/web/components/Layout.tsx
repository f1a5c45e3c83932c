import type { ComponentChildren } from 'preact'
import type { Words } from '../words'
import { Icon, Mark } from './Icon'
import { Languages } from './Languages'
import { Nav } from './Nav'
import { SignOut } from './SignOut'

export interface LayoutProps {
  words: Words
  /** No names of people: titles land in histories. */
  title: string
  /** This page's own address, for the choice of language and the place in the menu. */
  path: string
  /** Style sheets that this page needs beside the common ones. */
  sheets?: readonly string[] | undefined
  /** Scripts of our own that make this page quicker; it does its job without them. */
  scripts?: readonly string[] | undefined
  /** Seconds after which it looks again by itself where no scripts run. */
  reload?: number | undefined
  children: ComponentChildren
}

const SHEETS = [
  'fonts',
  'tokens',
  'base',
  'frame',
  'parts',
  'forms',
  'bridge',
  'campaign',
  'sign-in',
  'print',
] as const

export function Layout(props: LayoutProps) {
  const { words, title, path, sheets, scripts, reload, children } = props
  return (
    <Shell words={words} title={title} sheets={sheets} scripts={scripts} reload={reload}>
      <header class="rail">
        <a class="brand" href="/">
          <Mark /> {words.say('product')}
        </a>
        <Nav words={words} path={path} />
        <Foot words={words} path={path} />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </Shell>
  )
}

/** What every page has around it; `children` has the one `main#content`. */
export function Shell(
  props: Pick<LayoutProps, 'words' | 'title' | 'sheets' | 'scripts' | 'reload' | 'children'> & {
    class?: string
  },
) {
  const { words, title, sheets = [], scripts = [], reload, children } = props
  return (
    <html lang={words.language} dir={words.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* What somebody unfolded stays so when a part of the page looks again. */}
        <meta name="htmx-config" content='{"morphIgnore":["data-htmx-powered","open"]}' />
        <title>{`${title} – ${words.say('product')}`}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        {[...SHEETS, ...sheets].map(sheet => (
          <link key={sheet} rel="stylesheet" href={`/assets/${sheet}.css`} />
        ))}
        {['htmx.min', ...scripts].map(script => (
          <script key={script} src={`/assets/${script}.js`} defer />
        ))}
        {reload === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(reload)} />
          </noscript>
        )}
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

/** Where one is, who one is, and in which language. */
export function Foot({ words, path }: Pick<LayoutProps, 'words' | 'path'>) {
  return (
    <div class="foot">
      {words.phones ? (
        <p class="practice">
          <Icon name="flask" /> <span>{words.say('practice')}</span>
        </p>
      ) : null}
      <SignOut words={words} />
      <Languages words={words} inLanguage={language => `${path}?language=${language}`} />
    </div>
  )
}
