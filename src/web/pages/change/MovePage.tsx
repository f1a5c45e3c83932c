import type { ChangePreview } from '../../../use-cases/previewChange'
import { stepName } from '../campaign/whyThen'
import { ChangePage, type ChangeProps, pathOf } from './ChangePage'
import { WhatWillChange } from './WhatWillChange'

export interface MoveForm {
  /** `2026-12-17`, `14:00`, `17:00`, as they stand in the fields. */
  date: string
  from: string
  to: string
}

/** Another day or hour: first the fields, then what it means for how many people, then the button that says so. */
export function MovePage({
  form,
  preview,
  ...props
}: ChangeProps & { form: MoveForm; preview?: ChangePreview | undefined }) {
  const { campaign, words, wrong } = props
  const path = `${pathOf(campaign)}/move`
  return (
    <ChangePage {...props} title={words.say('move.title', { event: campaign.event.name })} path={path}>
      <form method="get" action={path} class="fields">
        <label>
          {words.say('move.date')}
          <input
            type="date"
            name="date"
            value={form.date}
            required
            aria-describedby={wrong ? 'strip' : undefined}
            aria-invalid={wrong ? 'true' : undefined}
          />
        </label>
        <label>
          {words.say('move.from')}
          <input type="time" name="from" value={form.from} required />
        </label>
        <label>
          {words.say('move.to')}
          <input type="time" name="to" value={form.to} required />
        </label>
        <button type="submit">{words.say('move.show')}</button>
      </form>
      {preview && !preview.changes ? <p>{words.say('move.same')}</p> : null}
      {preview?.changes ? (
        <WhatWillChange preview={preview} words={words} what="move">
          {preview.moved.length > 0 ? (
            <li>
              <details>
                <summary>{words.say('change.moved', { count: preview.moved.length })}</summary>
                <ul class="history">
                  {preview.moved.map(({ step, from, to }) => (
                    <li key={step}>
                      <span>{stepName(step, words)}</span>
                      <span class="soft">
                        {words.say('change.from_to', { from: words.day(from), to: words.day(to) })}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ) : null}
        </WhatWillChange>
      ) : null}
      {preview?.changes ? (
        <form method="post" action={path}>
          <input type="hidden" name="version" value={preview.campaign.version} />
          <input type="hidden" name="start" value={`${form.date}T${form.from}`} />
          <input type="hidden" name="end" value={endOf(form, campaign.event)} />
          <button type="submit" class="first">
            {preview.told > 0 ? words.say('move.and_tell', { count: preview.told }) : words.say('move.only')}
          </button>
        </form>
      ) : null}
    </ChangePage>
  )
}

const DAY_MS = 24 * 3_600_000
const midnight = (local: string) => Date.parse(`${local.slice(0, 10)}T00:00:00Z`)

/** An event over several days keeps as many. */
export function endOf({ date, to }: MoveForm, { start, end }: { start: string; end: string }): string {
  const days = Math.round((midnight(end) - midnight(start)) / DAY_MS)
  return `${new Date(midnight(date) + days * DAY_MS).toISOString().slice(0, 10)}T${to}`
}
