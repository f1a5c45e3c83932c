// The page works without this file. With it, forms post in the background and the page keeps itself fresh.
const shown = new Map()
for (const part of document.querySelectorAll('[data-part]')) shown.set(part.dataset.part, part.innerHTML)

let running = false
let again = false

async function refresh() {
  again = running
  if (running) return
  running = true
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  } catch {
    // The emulator is starting again; the stream tells when it is back.
  }
  running = false
  if (again) await refresh()
}

/** Replaces what changed since the last look, and nothing that somebody is typing in. */
function show(page) {
  for (const fresh of page.querySelectorAll('[data-part]')) {
    const name = fresh.dataset.part
    const part = document.querySelector(`[data-part="${name}"]`)
    if (!part) {
      const [kind, phone] = name.split('-')
      document.querySelector(`[data-part^="${kind}-${phone}-"]`)?.replaceWith(document.adoptNode(fresh))
    } else if (shown.get(name) !== fresh.innerHTML && !part.matches('.composer')) {
      replace(part, fresh)
    }
    shown.set(name, fresh.innerHTML)
  }
}

function replace(part, fresh) {
  const focused = part.contains(document.activeElement) ? document.activeElement.id : ''
  const opened = [...part.querySelectorAll('details[open][id]')].map(details => details.id)
  const log = part.closest('.log')
  const read = log && log.scrollTop < -8 ? log.scrollTop + log.scrollHeight : null
  part.innerHTML = fresh.innerHTML
  part.className = fresh.className
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '')
  if (read !== null) log.scrollTop = read - log.scrollHeight
  if (focused) document.getElementById(focused)?.focus()
}

async function post(form, submitter) {
  const fields = new URLSearchParams(new FormData(form, submitter))
  submitter.setAttribute('aria-busy', 'true')
  try {
    const answer = await fetch(submitter.getAttribute('formaction') ?? form.action, {
      method: 'POST',
      headers: { 'X-Live': '1' },
      body: fields,
    })
    say(answer.status === 409 ? await answer.text() : '')
    const typed = form.elements.namedItem('body')
    if (answer.ok && typed && !fields.get('emoji') && !submitter.hasAttribute('formaction')) typed.value = ''
    typed?.focus()
    form.closest('details.date')?.removeAttribute('open')
  } finally {
    submitter.removeAttribute('aria-busy')
  }
  await refresh()
}

function say(problem) {
  const place = document.getElementById('problem')
  place.replaceChildren()
  if (!problem) return
  const line = document.createElement('p')
  line.className = 'problem'
  line.textContent = problem
  place.append(line)
}

document.addEventListener('submit', event => {
  const { target: form, submitter } = event
  if (!form.matches('[data-live]') || !submitter) return
  event.preventDefault()
  if (submitter.getAttribute('aria-busy') !== 'true') void post(form, submitter)
})

document.addEventListener('click', event => {
  const emoji = event.target.closest?.('[data-emoji]')
  if (emoji) {
    event.preventDefault()
    const typed = emoji.form.elements.namedItem('body')
    typed.setRangeText(emoji.value, typed.selectionStart, typed.selectionEnd, 'end')
    typed.focus()
  }
  for (const details of document.querySelectorAll(
    'details.extras[open], details.date[open], details.more[open]',
  ))
    if (!details.contains(event.target)) details.removeAttribute('open')
})

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  const details = event.target.closest?.('details[open]')
  details?.removeAttribute('open')
  details?.querySelector('summary')?.focus()
})

const stream = new EventSource('/phones/stream')
stream.addEventListener('message', refresh)
stream.addEventListener('open', refresh)
setInterval(refresh, 20_000)
