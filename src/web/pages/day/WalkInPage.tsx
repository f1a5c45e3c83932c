import type { Campaign } from '../../../domain/campaign'
import type { WalkIn } from '../../../use-cases/addWalkIn'
import { Field, FieldSet, ToFix, type Wrong } from '../../components/Field'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'
import { dayPath } from './DayPage'

export interface WalkInPageProps {
  campaign: Campaign
  words: Words
  form: WalkIn
  wrong: Wrong
  /** Those in which we can write. */
  languages: readonly { tag: string; endonym: string }[]
}

/** Somebody who is on no list: four questions, twenty seconds. */
export function WalkInPage({ campaign, words, form, wrong, languages }: WalkInPageProps) {
  const { say } = words
  const day = dayPath(campaign._id)
  const path = `${day}/walk-in`
  return (
    <Layout
      words={words}
      title={`${say('day:walk_in')} – ${campaign.event.name}`}
      path={path}
      sheets={['day']}
    >
      <p>
        <a href={day}>{say('day:title')}</a>
      </p>
      <h1>{say('day:walk_in')}</h1>
      <ToFix wrong={wrong} words={words} />
      <form method="post" action={path} class="form sheet">
        <input type="hidden" name="key" value={form.key} />
        <Field name="name" label={say('day:field.name')} wrong={wrong.name}>
          {ids => <input {...ids} value={form.name} autocomplete="off" />}
        </Field>
        <FieldSet name="language" label={say('day:field.language')} wrong={wrong.language}>
          <div class="choices">
            {languages.map(({ tag, endonym }) => (
              <label key={tag} class="choice">
                <input type="radio" name="language" value={tag} checked={form.language === tag} />
                <span lang={tag} dir="auto">
                  {endonym}
                </span>
              </label>
            ))}
          </div>
        </FieldSet>
        <Field
          name="phone"
          label={say('day:field.phone')}
          wrong={wrong.phone}
          optional={say('form.optional')}
        >
          {ids => (
            <input {...ids} type="tel" inputMode="tel" value={form.phone} autocomplete="off" dir="ltr" />
          )}
        </Field>
        <FieldSet
          name="mayWrite"
          label={say('day:field.may_write')}
          help={say('day:field.may_write_help')}
          wrong={wrong.mayWrite}
        >
          <div class="choices">
            {(['yes', 'no'] as const).map(answer => (
              <label key={answer} class="choice">
                <input type="radio" name="mayWrite" value={answer} checked={form.mayWrite === answer} />
                {say(`day:may_write.${answer}`)}
              </label>
            ))}
          </div>
        </FieldSet>
        <button type="submit" class="first">
          {say('day:check_in')}
        </button>
      </form>
    </Layout>
  )
}
