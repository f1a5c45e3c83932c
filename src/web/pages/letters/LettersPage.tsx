import type { Campaign } from '../../../domain/campaign'
import type { LanguageTag } from '../../../domain/message'
import type { ShownPicture } from '../../../use-cases/readPicture'
import type { Addressee } from '../../../use-cases/writeLetters'
import { Empty } from '../../components/Empty'
import { FieldSet, ToFix, type Wrong } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { CampaignTabs } from '../campaign/CampaignTabs'
import { Examples } from './Examples'
import type { Sheet } from './LetterSheet'
import { PictureOfPlace } from './PictureOfPlace'
import { type Posted, Posting } from './Posting'
import { letterPath } from './paths'

export const GROUPS = {
  everyone: () => true,
  no_phone: ({ contact }) => contact.addresses.length === 0,
  silent: ({ enrolment }) => enrolment.rsvp === undefined,
} as const satisfies Record<string, (one: Addressee) => boolean>

export interface LettersView {
  for: keyof typeof GROUPS
  /** Empty: all of them. */
  language: string
  format: 'a4' | 'labels'
  second: 'yes' | 'no'
  type: 'large' | 'very_large'
  from: number
}

export interface LettersPageProps {
  campaign: Campaign
  words: Words
  view: LettersView
  addressees: readonly Addressee[]
  chosen: readonly Addressee[]
  review: (language: LanguageTag) => 'reviewed by a native speaker' | 'unreviewed'
  done?: Done | undefined
  /** One letter in each language, as it is printed. */
  examples: readonly Sheet[]
  posted: (Posted & { name: string | undefined }) | null
  picture: Omit<ShownPicture, 'bytes'> | null
  /** What is wrong with the file that was chosen. */
  wrong: Wrong
  /** Why no letter is needed any more. */
  needless: 'cancelled' | 'over' | undefined
}

export type Done =
  | { what: 'posted' | 'not_posted'; count: number }
  | { what: 'picture' | 'picture_removed' | 'picture_back' }

/** Who gets a letter and how it looks; then the printer; then the post. */
export function LettersPage(props: LettersPageProps) {
  const { campaign, words, addressees, needless } = props
  const path = letterPath(campaign._id)
  const { say } = words
  return (
    <Layout
      words={words}
      title={`${say('letters:title')} – ${campaign.event.name}`}
      path={path}
      sheets={['letters', 'letter']}
    >
      <p>
        <a href={path.replace(/\/letters$/, '')}>
          <bdi>{campaign.event.name}</bdi>
        </a>
      </p>
      <h1>{needless ? say('letters:needless.title') : say('letters:count', { count: addressees.length })}</h1>
      <CampaignTabs campaign={campaign._id} path={path} words={words} />
      <Told {...props} />
      <ToFix wrong={props.wrong} words={words} />
      {needless ? (
        <section class="sheet">
          <Empty>{say(`letters:needless.${needless}`)}</Empty>
        </section>
      ) : (
        <Making {...props} path={path} />
      )}
      <Posting {...props} path={path} />
    </Layout>
  )
}

/** Whom they are for, how they look, and the printer. */
function Making(props: LettersPageProps & { path: string }) {
  const { words, addressees, chosen } = props
  const languages = [...new Set(addressees.map(({ printedIn }) => printedIn))]
  return (
    <>
      {addressees.length === 0 ? (
        <Empty>{words.say('letters:none')}</Empty>
      ) : (
        <Choose {...props} languages={languages} />
      )}
      {chosen.length > 0 ? <Unreviewed {...props} /> : null}
      {props.examples.length > 0 ? <Examples {...props} /> : null}
      <PictureOfPlace {...props} />
    </>
  )
}

function Told({ done, words: { say }, campaign, picture }: LettersPageProps) {
  if (!done) return null
  if ('count' in done)
    return <Strip kind="done">{say(`letters:done.${done.what}`, { count: done.count })}</Strip>
  const undo =
    done.what === 'picture_removed' && picture
      ? {
          action: `${letterPath(campaign._id)}/picture/undo`,
          fields: { seen: String(picture.rev) },
          label: say('form.undo'),
        }
      : undefined
  return (
    <Strip kind="done" undo={undo}>
      {say(`letters:done.${done.what}`)}
    </Strip>
  )
}

function Choose({
  words,
  view,
  chosen,
  path,
  languages,
}: LettersPageProps & { path: string; languages: string[] }) {
  const { say } = words
  const radios = <T extends string>(name: keyof LettersView, values: readonly T[]) =>
    values.map(value => (
      <label key={value} class="choice">
        <input type="radio" name={name} value={value} checked={view[name] === value} />
        {say(`letters:${name}.${value}`)}
      </label>
    ))
  return (
    <form method="post" action={path} class="form sheet">
      <FieldSet name="for" label={say('letters:field.for')}>
        {radios('for', Object.keys(GROUPS))}
      </FieldSet>
      <label>
        {say('letters:language')}
        <select name="language">
          <option value="">{say('letters:all_languages')}</option>
          {languages.map(tag => (
            <option key={tag} value={tag} selected={view.language === tag}>
              {words.languageName(tag)}
            </option>
          ))}
        </select>
      </label>
      <FieldSet name="format" label={say('letters:field.format')}>
        {radios('format', ['a4', 'labels'])}
      </FieldSet>
      <FieldSet name="second" label={say('letters:field.second')}>
        {radios('second', ['yes', 'no'])}
      </FieldSet>
      <FieldSet name="type" label={say('letters:field.type')}>
        {radios('type', ['large', 'very_large'])}
      </FieldSet>
      <label>
        {say('letters:field.from')}
        <input type="number" name="from" min={1} max={14} value={view.from} />
      </label>
      <p class="soft">{say('letters:by_hand')}</p>
      <button type="submit" formMethod="get">
        {say('letters:look')}
      </button>
      <button type="submit" class="first">
        {view.for === 'everyone' && view.language === ''
          ? say('letters:make', { count: chosen.length })
          : say('letters:make_chosen')}
      </button>
    </form>
  )
}

/** Said to staff, never on the letter itself. */
function Unreviewed({ words, chosen, review }: LettersPageProps) {
  const counts = new Map<string, number>()
  for (const { printedIn } of chosen) counts.set(printedIn, (counts.get(printedIn) ?? 0) + 1)
  const waiting = [...counts].filter(([language]) => review(language) === 'unreviewed')
  if (waiting.length === 0) return null
  return (
    <ul class="notice">
      {waiting.map(([language, count]) => (
        <li key={language}>
          {words.say('letters:unreviewed', { count, language: words.languageName(language) })}
        </li>
      ))}
    </ul>
  )
}
