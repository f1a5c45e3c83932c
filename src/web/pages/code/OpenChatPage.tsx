import { chatLink } from '../../../domain/letters/chatLink'
import { spacedCode } from '../../../domain/letters/code'
import type { LanguageTag } from '../../../domain/message'
import { Mark } from '../../components/Icon'
import type { CodeRoutes, House } from './routes'

export interface OpenChatProps {
  texts: CodeRoutes['texts']
  language: LanguageTag
  /** Null: what stands in the address is none. */
  code: string | null
  house: House | null
}

/** One big button that opens the chat, in the reader's language. Whoever works here finds the door at the foot. */
export function OpenChatPage({ texts, language, code, house }: OpenChatProps) {
  const say = (key: string, values?: Record<string, string>) => texts.say(`letter:${key}`, language, values)
  const text = code ? `${say('first_word')} ${code}` : say('first_word')
  const link = house && chatLink({ whatsapp: house.senders.whatsapp }, text)
  const path = `/c/${encodeURIComponent(code ?? '')}`
  return (
    <html lang={language} dir={texts.direction(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{texts.say('web:product', 'nl')}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        {['fonts', 'tokens', 'base', 'parts', 'scan'].map(sheet => (
          <link key={sheet} rel="stylesheet" href={`/assets/${sheet}.css`} />
        ))}
      </head>
      <body class="open-chat">
        <main id="content">
          <p class="brand">
            <Mark /> <bdi>{house?.name ?? texts.say('web:product', 'nl')}</bdi>
          </p>
          <h1>{say('open.title')}</h1>
          {link ? (
            <a class="button chat" href={link}>
              {say('open.chat')}
            </a>
          ) : null}
          {house?.sms ? (
            <p>{say('sms', { code: code ? spacedCode(code) : say('first_word'), number: house.sms })}</p>
          ) : null}
          {house ? null : <p>{say('open.scan')}</p>}
          {house ? (
            <p class="soft">{say('foot', { organisation: house.name, project: house.project })}</p>
          ) : null}
        </main>
        <footer>
          <ul>
            {texts.languages.map(tag => (
              <li key={tag}>
                <a
                  href={`?language=${tag}`}
                  lang={tag}
                  dir={texts.direction(tag)}
                  aria-current={tag === language ? 'true' : undefined}
                >
                  {texts.endonym(tag)}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={`/sign-in?${new URLSearchParams({ to: path })}`}>{say('open.staff')}</a>
          </p>
        </footer>
      </body>
    </html>
  )
}
