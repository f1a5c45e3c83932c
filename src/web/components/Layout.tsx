import type { ComponentChildren } from 'preact'
import type { Words } from '../words'
import { STAFF_LANGUAGES } from '../words'

export interface LayoutProps {
  words: Words
  title: string
  /** Address of the phones, when nothing leaves this machine. */
  phones?: string | undefined
  /** This page's own address, for the choice of language. */
  path: string
  children: ComponentChildren
}

export function Layout({ words, title, phones, path, children }: LayoutProps) {
  return (
    <html lang={words.language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${words.say('product')}`}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/fonts.css" />
        <link rel="stylesheet" href="/assets/tokens.css" />
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/campaigns">
            <img src="/assets/mark.svg" alt="" width="32" height="24" />
            {words.say('product')}
          </a>
          {phones ? <span class="tag wait">{words.say('practice')}</span> : null}
          <nav>
            {phones ? <a href={phones}>{words.say('phones')}</a> : null}
            {STAFF_LANGUAGES.map(language => (
              <a
                key={language}
                href={`${path}?language=${language}`}
                lang={language}
                aria-current={language === words.language ? 'true' : undefined}
              >
                {language}
              </a>
            ))}
          </nav>
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}
