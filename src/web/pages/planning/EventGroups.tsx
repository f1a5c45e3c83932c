import { BREAKDOWN_FROM } from '../../../domain/anonymity/blocks'
import { BREAKDOWNS } from '../../../domain/anonymity/evaluation'
import { EVENT_TEXTS, type EventText } from '../../../domain/campaign'
import type { EventForm } from '../../../domain/campaigns/eventForm'
import { isPicked } from '../../../domain/campaigns/picks'
import type { DayWords } from '../../../domain/campaigns/warnings'
import { Field, FieldSet } from '../../components/Field'
import type { Words } from '../../words'
import { type FieldsProps, helpFor, other, PickField, savedNow, TextLine } from './EventFields'

export interface KindOfEvent {
  id: string
  /** Ids of its steps for those who come. */
  steps: string[]
}

export interface GroupsProps extends FieldsProps {
  kinds: readonly KindOfEvent[]
  day: DayWords | null
  /** Languages of the organisation beside its own: tag and whether it is read from the right. */
  others: readonly { tag: string; direction: 'ltr' | 'rtl' }[]
  /** Places of earlier events. */
  places: readonly string[]
  /** A campaign that has begun keeps its kind, and its day has a page of its own. */
  begun: boolean
}

/** The six groups of the one form; everything is visible, and all may stay empty but the name (ux 3.4). */
export function EventGroups(props: GroupsProps) {
  const { words } = props
  return (
    <>
      <Group name="what" words={words}>
        {props.begun ? null : <Kinds {...props} />}
        <TextLine {...props} name="name" />
        <Day {...props} />
      </Group>
      <Group name="where" words={words}>
        <TextLine {...props} name="place" list="places" />
        <datalist id="places">
          {props.places.map(place => (
            <option key={place} value={place} />
          ))}
        </datalist>
        <TextLine {...props} name="street" />
        <TextLine {...props} name="town" />
        <TextLine {...props} name="transport" />
        <PickField {...props} name="parking" />
      </Group>
      <Group name="why" words={words}>
        <TextLine {...props} name="goal" />
        <PickField {...props} name="benefit" />
        <TextLine {...props} name="who" />
      </Group>
      <Group name="help" words={words}>
        <PickField {...props} name="bring" />
        <PickField {...props} name="childcare" one />
        <TextLine {...props} name="welcome" />
      </Group>
      <Group name="contact" words={words}>
        <TextLine {...props} name="contactName" />
        <TextLine {...props} name="contactPhone" type="tel" />
      </Group>
      {props.begun ? null : (
        <Group name="afterwards" words={words}>
          <BreakdownChoice {...props} />
        </Group>
      )}
      <Group name="languages" words={words}>
        <p class="soft">{words.say('campaigns:languages_help')}</p>
        {props.others.map(other => (
          <InLanguage key={other.tag} {...props} {...other} />
        ))}
      </Group>
    </>
  )
}

function Group({
  name,
  words,
  children,
}: {
  name: string
  words: Words
  children: preact.ComponentChildren
}) {
  return (
    <fieldset class="group sheet" id={`group-${name}`}>
      <legend>{words.say(`campaigns:group.${name}`)}</legend>
      {children}
    </fieldset>
  )
}

function Kinds({ kinds, form, wrong, words, theirs }: GroupsProps) {
  const chosen = other(form.timeline, theirs?.timeline)
  return (
    <FieldSet
      name="timeline"
      label={words.say('campaigns:field.timeline')}
      help={helpFor('timeline', words, chosen && words.say(`campaigns:kind.${chosen}`))}
      wrong={wrong.timeline}
    >
      {kinds.map(({ id, steps }) => (
        <label key={id} class="choice kind">
          <input type="radio" name="timeline" value={id} checked={form.timeline === id} />
          <span>
            {words.say(`campaigns:kind.${id}`)}
            <small>{words.list(steps.map(step => words.sayOr(`step.${step}`, 'step.unknown')))}</small>
          </span>
        </label>
      ))}
    </FieldSet>
  )
}

/** Chosen before anybody is asked, and never after. */
function BreakdownChoice({ form, wrong, words, theirs }: GroupsProps) {
  const chosen = other(form.breakdown, theirs?.breakdown)
  const help = words.say('campaigns:help_breakdown', { count: BREAKDOWN_FROM })
  return (
    <FieldSet
      name="breakdown"
      label={words.say('campaigns:field.breakdown')}
      help={chosen ? `${help} ${savedNow(words.say(`campaigns:breakdown.${chosen}`), words)}` : help}
      wrong={wrong.breakdown}
    >
      {(['none', ...BREAKDOWNS] as const).map(one => (
        <label key={one} class="choice">
          <input type="radio" name="breakdown" value={one} checked={form.breakdown === one} />
          <span>{words.say(`campaigns:breakdown.${one}`)}</span>
        </label>
      ))}
    </FieldSet>
  )
}

function Day(props: GroupsProps) {
  const { form, wrong, words, day, begun, theirs } = props
  if (begun)
    return (
      <>
        {(['timeline', 'date', 'from', 'to', 'until'] as const).map(name => (
          <input key={name} type="hidden" name={name} value={form[name]} />
        ))}
      </>
    )
  return (
    <>
      <Field
        name="date"
        label={words.say('campaigns:field.date')}
        help={helpFor('date', words, other(form.date, theirs?.date))}
        wrong={wrong.date}
      >
        {ids => <input {...ids} type="date" value={form.date} />}
      </Field>
      <div id="about-day" class="about-day">
        {day ? (
          <p>
            {words.say('campaigns:day.when', { weekday: words.weekday(day.weekday) })}{' '}
            {day.inDays === 0
              ? words.say('campaigns:day.today')
              : words.say('campaigns:day.in_days', { count: day.inDays })}
          </p>
        ) : null}
        {day?.warnings.map(warning => (
          <p key={warning} class="notice">
            {words.say(`campaigns:day.${warning}`, { count: day.inDays })}
          </p>
        ))}
      </div>
      <div class="fields">
        {(['from', 'to'] as const).map(name => (
          <Field
            key={name}
            name={name}
            label={words.say(`campaigns:field.${name}`)}
            help={helpFor(name, words, other(form[name], theirs?.[name]))}
            wrong={wrong[name]}
          >
            {ids => <input {...ids} type="time" step={300} value={form[name]} />}
          </Field>
        ))}
      </div>
      <Field
        name="until"
        label={words.say('campaigns:field.until')}
        help={helpFor('until', words, other(form.until, theirs?.until))}
        wrong={wrong.until}
        optional={words.say('form.optional')}
      >
        {ids => <input {...ids} type="date" value={form.until} />}
      </Field>
    </>
  )
}

/** The facts in one other language; what is ticked above has its words already. */
function InLanguage({
  tag,
  direction,
  form,
  wrong,
  words,
  theirs,
}: GroupsProps & { tag: string; direction: 'ltr' | 'rtl' }) {
  const texts = form.inLanguage[tag] ?? {}
  const differs = (name: EventText) =>
    other(texts[name] ?? '', theirs && (theirs.inLanguage[tag]?.[name] ?? ''))
  const count = Object.keys(texts).length
  const isOpen = EVENT_TEXTS.some(name => wrong[`${tag}.${name}`] || differs(name) !== undefined)
  return (
    <details open={isOpen}>
      <summary>
        {words.languageName(tag)}{' '}
        {count > 0 ? <span class="count">{words.say('campaigns:written', { count })}</span> : null}
      </summary>
      <div class="in-language">
        {EVENT_TEXTS.map(name => (
          <Field
            key={name}
            name={`${tag}.${name}`}
            label={
              <>
                {words.say(`campaigns:field.${name}`)}
                <span class="hidden"> {words.languageName(tag)}</span>
              </>
            }
            help={helpIn(sourceOf(name, form), differs(name), words)}
            wrong={wrong[`${tag}.${name}`]}
          >
            {ids => (
              <input
                {...ids}
                type="text"
                lang={tag}
                dir={direction}
                value={texts[name] ?? ''}
                autocomplete="off"
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  )
}

/** What it says in the organisation's own language. */
const sourceOf = (name: EventText, form: EventForm): string =>
  isPicked(name) ? form.picks[name].own : form[name]

const helpIn = (source: string, theirs: string | undefined, words: Words): string | undefined =>
  [source, theirs === undefined ? '' : savedNow(theirs, words)].filter(part => part !== '').join(' · ') ||
  undefined
