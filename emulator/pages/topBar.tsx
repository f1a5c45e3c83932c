import { Icon, Mark } from './icons'
import type { PageModel } from './phonesView'

/** Brand, the promise that nothing leaves, and the clock. */
export function TopBar({ page, keep }: { page: PageModel; keep: string }) {
  const { words, clock } = page
  return (
    <header class="top">
      <p class="brand">
        <Mark /> Brugbode
      </p>
      <p class="practice">
        <Icon name="flask" /> {words('practice')}
      </p>
      <section class="clock" aria-label={words('clock.label')}>
        <p class="now" data-part="now">
          <Icon name="clock" /> {clock.text}
        </p>
        {clock.winds && <Winding page={page} keep={keep} />}
      </section>
    </header>
  )
}

function Winding({ page, keep }: { page: PageModel; keep: string }) {
  const { words, clock } = page
  const to = `/phones/wind${keep}`
  return (
    <>
      <form method="post" action={to} class="winding" data-live>
        <button type="submit" name="by" value="hour" id="wind-hour">
          {words('clock.hour')}
        </button>
        <button type="submit" name="by" value="day" id="wind-day">
          {words('clock.day')}
        </button>
        <NextStep page={page} />
      </form>
      <details class="date">
        <summary>{words('clock.pick')}</summary>
        <form method="post" action={to} class="popover" data-live>
          <label for="wind-to">{words('clock.date')}</label>
          <input
            type="datetime-local"
            name="to"
            id="wind-to"
            value={clock.field}
            min={clock.field}
            required
          />
          <button type="submit" name="by" value="date" class="primary">
            {words('clock.go')}
          </button>
        </form>
      </details>
    </>
  )
}

function NextStep({ page }: { page: PageModel }) {
  const { words, clock } = page
  return (
    <span data-part="next-step" class="next-step">
      {clock.next ? (
        <button
          type="submit"
          name="by"
          value="step"
          class="primary"
          id="wind-step"
          title={words('clock.stepIs', clock.next)}
        >
          <Icon name="next" /> {words('clock.step')}
        </button>
      ) : (
        <span class="no-step">{words('clock.noStep')}</span>
      )}
    </span>
  )
}
