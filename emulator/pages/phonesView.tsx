import type { Faults } from '../faults'
import { PhoneView } from './phone'
import type { PersonModel, PhoneModel } from './phonesModel'
import { Switch } from './switch'
import { TopBar } from './topBar'
import { PAGE_LANGUAGES, type PageLanguage, type Words } from './words'

export interface PageModel {
  language: PageLanguage
  words: Words
  organisation: string
  smsNumber: string
  people: PersonModel[]
  phones: PhoneModel[]
  faults: { name: 'slow' | 'twice' | 'mixedUp' | 'lost' | 'outage'; on: boolean }[]
  clock: {
    text: string
    field: string
    /** False with the real clock. */
    winds: boolean
    next: { when: string; label: string } | null
  }
  nothingSent: boolean
  problem: string | null
  /** The query of the same page with these phones open. */
  query: (open: number[], language?: PageLanguage) => string
}

export type FaultName = PageModel['faults'][number]['name']

/** How each switch on the page sets the faults. */
export const FAULT_SWITCHES: Record<FaultName, { on: Partial<Faults>; off: Partial<Faults> }> = {
  slow: { on: { slow: 8000 }, off: { slow: 0 } },
  twice: { on: { twice: true }, off: { twice: false } },
  mixedUp: { on: { mixedUp: 'random' }, off: { mixedUp: 'off' } },
  lost: { on: { lost: 0.5 }, off: { lost: 0 } },
  outage: { on: { outage: '503' }, off: { outage: 'off' } },
}

const ENDONYMS: Record<PageLanguage, string> = {
  nl: 'Nederlands',
  en: 'English',
  fr: 'Français',
  ar: 'العربية',
}
const VISIBLE_PEOPLE = 6

export function PhonesView({ page }: { page: PageModel }) {
  const { words, language } = page
  const open = page.phones.map(phone => phone.n)
  const keep = page.query(open)
  return (
    <html lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${words('title')} – Brugbode`}</title>
        <link rel="stylesheet" href="/phones/assets/fonts.css" />
        <link rel="stylesheet" href="/phones/assets/tokens.css" />
        <link rel="stylesheet" href="/phones/assets/base.css" />
        <link rel="stylesheet" href="/phones/assets/bar.css" />
        <link rel="stylesheet" href="/phones/assets/strip.css" />
        <link rel="stylesheet" href="/phones/assets/phones.css" />
        <link rel="stylesheet" href="/phones/assets/bubble.css" />
        <link rel="stylesheet" href="/phones/assets/wall.css" />
        <link rel="icon" href="/phones/assets/mark.svg" type="image/svg+xml" />
        <script src="/phones/assets/phones.js" defer />
      </head>
      <body>
        <a class="skip" href="#phones">
          {words('skip')}
        </a>
        <TopBar page={page} keep={keep} />
        <Strip page={page} keep={keep} open={open} />
        <main id="phones" tabIndex={-1}>
          <h1 class="hidden">{words('title')}</h1>
          <div data-part="problem" role="status" id="problem">
            {page.problem && <p class="problem">{page.problem}</p>}
          </div>
          <div data-part="empty">{page.nothingSent && <Empty page={page} keep={keep} />}</div>
          {page.phones.length === 0 && <p class="no-phones">{words('noPhones')}</p>}
          <div class="phones">
            {page.phones.map(phone => (
              <PhoneView
                phone={phone}
                words={words}
                organisation={page.organisation}
                smsNumber={page.smsNumber}
                keep={keep}
              />
            ))}
          </div>
        </main>
        <Languages page={page} open={open} />
      </body>
    </html>
  )
}

function Strip({ page, keep, open }: { page: PageModel; keep: string; open: number[] }) {
  const { words } = page
  const first = page.people.slice(0, VISIBLE_PEOPLE)
  const rest = page.people.slice(VISIBLE_PEOPLE)
  const chip = (person: PersonModel) => <Chip person={person} open={open} page={page} />
  return (
    <div class="strip">
      <nav class="people" aria-label={words('people.label')}>
        <ul>{first.map(chip)}</ul>
        {rest.length > 0 && (
          <details class="more">
            <summary>
              <bdi dir="ltr" aria-hidden="true">{`+ ${rest.length}`}</bdi>
              <span class="hidden">{words('people.more', { count: rest.length })}</span>
            </summary>
            <ul class="popover">{rest.map(chip)}</ul>
          </details>
        )}
      </nav>
      <section class="faults" aria-label={words('faults.label')}>
        <p>{words('faults.label')}</p>
        <div class="switches" data-part="faults">
          {page.faults.map(({ name, on }) => (
            <Switch
              to={`/phones/faults${keep}`}
              name={name}
              on={on}
              label={words(`faults.${name}`)}
              hint={words(`faults.${name}Is`)}
              id={`fault-${name}`}
            />
          ))}
        </div>
      </section>
    </div>
  )
}

function Languages({ page, open }: { page: PageModel; open: number[] }) {
  return (
    <footer>
      <nav class="languages" aria-label={page.words('languages')}>
        {PAGE_LANGUAGES.map(language => (
          <a
            href={`/phones${page.query(open, language)}`}
            lang={language}
            hreflang={language}
            aria-current={language === page.language ? 'true' : undefined}
          >
            {ENDONYMS[language]}
          </a>
        ))}
      </nav>
    </footer>
  )
}

function Chip({ person, open, page }: { person: PersonModel; open: number[]; page: PageModel }) {
  const { n } = person
  const next = person.open ? open.filter(one => one !== n) : [...open, n].slice(-4)
  return (
    <li>
      <a class="chip" href={`/phones${page.query(next)}`} aria-current={person.open ? 'true' : undefined}>
        <span class="code">{person.language}</span> <bdi>{person.name}</bdi>
      </a>
    </li>
  )
}

function Empty({ page, keep }: { page: PageModel; keep: string }) {
  const { words, clock } = page
  return (
    <section class="empty">
      <svg viewBox="0 0 120 48" aria-hidden="true">
        <path d="M4 20h112M8 44c0-30 34-30 34 0c0-30 34-30 34 0c0-30 34-30 34 0" />
      </svg>
      <p>{words('empty.title')}</p>
      {clock.winds && clock.next ? (
        <form method="post" action={`/phones/wind${keep}`} data-live>
          <button type="submit" name="by" value="step" class="primary" id="empty-step">
            {words('empty.step', clock.next)}
          </button>
        </form>
      ) : (
        <p>{words('empty.noStep')}</p>
      )}
    </section>
  )
}
