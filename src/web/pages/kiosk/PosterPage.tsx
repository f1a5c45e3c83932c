import type { Campaign } from '../../../domain/campaign'
import { chatLink } from '../../../domain/letters/chatLink'
import type { Organisation } from '../../../domain/organisation'
import { Qr } from '../../components/Qr'
import type { Words } from '../../words'
import { phoneWords } from '../campaign/TaskGroup'
import { pathOf } from '../change/ChangePage'
import { Face } from './Face'
import { FACES, type KioskWords } from './KioskPage'

export interface PosterProps {
  campaign: Campaign
  senders: Organisation['senders']
  /** Every language in which it asks, by its own words. */
  languages: readonly KioskWords[]
  words: Words
}

/** At arm's length from whoever scans it: a tenth of that. */
const MILLIMETRES = 60

/** For the wall or a table: opens the chat with the word that starts the two faces. Says nothing about who scans it. */
export function PosterPage({ campaign, senders, languages, words }: PosterProps) {
  const word = words.say('tablet:poster.word')
  const link = chatLink(senders, word)
  const sender = senders.whatsapp ?? senders.sms
  return (
    <html lang={words.language} dir={words.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${words.say('tablet:poster.title')} – ${words.say('product')}`}</title>
        {['fonts', 'tokens', 'poster'].map(sheet => (
          <link key={sheet} rel="stylesheet" href={`/assets/${sheet}.css`} />
        ))}
      </head>
      <body>
        <header class="screen">
          <p>
            <a href={`${pathOf(campaign)}/day/kiosk`}>{words.say('tablet:poster.back')}</a>
          </p>
          <h1>{words.say('tablet:poster.title')}</h1>
          <p>{words.say(link ? 'tablet:poster.how' : 'tablet:poster.no_number')}</p>
        </header>
        {link && sender ? (
          <main class="poster">
            <div class="faces">
              {FACES.map(face => (
                <Face key={face} face={face} />
              ))}
            </div>
            <Qr text={link} millimetres={MILLIMETRES} label={words.say('tablet:poster.scan')} />
            <p class="number">
              <bdi dir="ltr">{phoneWords(sender.address)}</bdi> · <b>{word}</b>
            </p>
            <ul>
              {languages.map(({ language, direction, say }) => (
                <li key={language} lang={language} dir={direction}>
                  {say.question_1}
                </li>
              ))}
            </ul>
          </main>
        ) : null}
      </body>
    </html>
  )
}
