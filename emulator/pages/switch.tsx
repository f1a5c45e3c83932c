interface Given {
  to: string
  name: string
  on: boolean
  label: string
  id: string
  /** Said on hover and focus. */
  hint?: string
}

/** A form with one button: posts the other position. */
export function Switch({ to, name, on, label, id, hint }: Given) {
  return (
    <form method="post" action={to} class="switch-form" data-live>
      <button
        type="submit"
        role="switch"
        aria-checked={on}
        name={name}
        value={on ? 'off' : 'on'}
        class="switch"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
      >
        <span class="track" aria-hidden="true" /> {label}
      </button>
      {hint && (
        <span role="tooltip" id={`${id}-hint`} class="hint">
          {hint}
        </span>
      )}
    </form>
  )
}
