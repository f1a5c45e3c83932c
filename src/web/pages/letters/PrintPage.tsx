import { spacedCode } from '../../../domain/letters/code'
import { Qr } from '../../components/Qr'
import type { Words } from '../../words'
import { LetterSheet, type Sheet } from './LetterSheet'

export interface PrintPageProps {
  words: Words
  title: string
  back: string
  sheets: readonly Sheet[]
  format: 'a4' | 'labels'
  type: 'large' | 'very_large'
  /** The first free label on the first sheet, from 1. */
  from: number
  /** Where the picture of the place is, when there is one. */
  picture?: string | undefined
}

const ON_A_SHEET = 14

/** What leaves the printer, and above it on the screen alone the way to print. */
export function PrintPage(props: PrintPageProps) {
  const { words, title, back, sheets, format, type } = props
  const { say } = words
  return (
    <html lang={words.language} dir={words.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${say('product')}`}</title>
        {['fonts', 'tokens', 'letter', 'letter-print'].map(sheet => (
          <link key={sheet} rel="stylesheet" href={`/assets/${sheet}.css`} />
        ))}
        <script src="/assets/letter.js" defer />
      </head>
      <body>
        <header class="screen">
          <p>
            <a href={back}>{say('letters:back')}</a>
          </p>
          <h1>{title}</h1>
          <p>{say(format === 'a4' ? 'letters:how_to_print' : 'letters:how_to_print_labels')}</p>
          <ul id="too-long" role="status" />
        </header>
        <main class={`paper ${type}`}>
          {format === 'a4' ? <ListSheet {...props} /> : null}
          {format === 'a4' ? (
            sheets.map(sheet => <LetterSheet key={sheet.contact} sheet={sheet} picture={props.picture} />)
          ) : (
            <Labels {...props} />
          )}
        </main>
      </body>
    </html>
  )
}

/** For who fills the envelopes; its back stays empty when letters have two sides. */
function ListSheet({ words, sheets, title }: PrintPageProps) {
  const { say } = words
  return (
    <>
      <section class="page list">
        <h2>
          {say('letters:do_not_post')} – {title}
        </h2>
        <table>
          <thead>
            <tr>
              <th>{say('letters:number')}</th>
              <th>{say('letters:name')}</th>
              <th>{say('letters:language')}</th>
            </tr>
          </thead>
          <tbody>
            {sheets.map(({ contact, name, text }, index) => (
              <tr key={contact}>
                <td>{index + 1}</td>
                <td>
                  <bdi>{name}</bdi>
                </td>
                <td>{words.languageName(text.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sheets.some(({ second }) => second) ? <div class="page empty" /> : null}
    </>
  )
}

function Labels({ sheets, from }: PrintPageProps) {
  const places = [...Array.from({ length: from - 1 }, () => null), ...sheets]
  const pages = Array.from({ length: Math.ceil(places.length / ON_A_SHEET) }, (_, page) =>
    places.slice(page * ON_A_SHEET, (page + 1) * ON_A_SHEET),
  )
  return (
    <>
      {pages.map((labels, page) => (
        <section key={labels[0]?.contact ?? page} class="page labels">
          {labels.map((label, place) =>
            label ? (
              <div key={label.contact} class="label" lang={label.text.language} dir={label.text.direction}>
                {label.link ? <Qr text={label.link} millimetres={23.5} label={label.code} /> : null}
                <p>
                  <strong>
                    <bdi>{label.name}</bdi>
                  </strong>
                  <span>{label.text.weekday}</span>
                  <span>{label.text.hours}</span>
                  <b>
                    <bdi dir="ltr">{spacedCode(label.code)}</bdi>
                  </b>
                </p>
              </div>
            ) : (
              <div key={place} class="label" />
            ),
          )}
        </section>
      ))}
    </>
  )
}
