import { Pictogram } from '../../components/Pictogram'
import { Qr } from '../../components/Qr'
import type { LetterText } from './letterText'

export interface Sheet {
  contact: string
  name: string
  code: string
  /** What the QR code opens; without a sender there is nobody to write to. */
  link: string | null
  text: LetterText
  /** The same for who helps, on the back. */
  second?: LetterText
  organisation: string
  /** What is said when it does not fit, for one line and for two. */
  tooLong: readonly [one: string, other: string]
}

/** One person, one page; on the back the second language, so that a neighbour or a bus driver can help. */
export function LetterSheet({ sheet, picture }: { sheet: Sheet; picture?: string | undefined }) {
  const { text, second, organisation, link, tooLong } = sheet
  return (
    <>
      <article
        class="page front"
        lang={text.language}
        dir={text.direction}
        data-one={tooLong[0]}
        data-other={tooLong[1]}
      >
        <p class="sender">
          <bdi>{organisation}</bdi>
        </p>
        <h2>{text.title}</h2>
        <div class="way">
          {picture ? <img class="map" src={picture} alt={text.where} /> : null}
          <div class="day">
            <p class="block">
              <strong>{text.day}</strong>
              <span>{text.month}</span>
            </p>
            <p>
              {text.weekday}
              <br />
              {text.hours}
            </p>
          </div>
          <ul class="signs">
            {text.facts.map(fact => (
              <li key={fact.sign}>
                <Pictogram name={fact.sign} /> <span>{fact.text}</span>
              </li>
            ))}
          </ul>
        </div>
        <p class="sentences">{text.sentences.join(' ')}</p>
        <div class="answer">
          {link ? <Qr text={link} millimetres={38} label={text.come} /> : null}
          <div>
            <p class="come">
              <Pictogram name="phone" /> <span>{text.come}</span>
            </p>
            {text.ways.map(way => (
              <p key={way}>{way}</p>
            ))}
          </div>
        </div>
        <p class="small">{text.foot}</p>
      </article>
      {second ? (
        <article class="page back" lang={second.language} dir={second.direction}>
          <p class="sender">
            <bdi>{organisation}</bdi>
          </p>
          <h2>{second.about}</h2>
          <p>{second.aboutText}</p>
          <p>{second.when}</p>
          <p>{second.where}</p>
          {second.facts.slice(1).map(fact => (
            <p key={fact.sign}>{fact.text}</p>
          ))}
          {second.ways.map(way => (
            <p key={way}>{way}</p>
          ))}
          <p class="small">{second.foot}</p>
        </article>
      ) : null}
    </>
  )
}
