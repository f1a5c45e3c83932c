// Taps at the door. Each is kept on this phone until the house has counted it, so that a bad network loses none; the
// house counts each once, however often it is sent. Without this script every tap is a form of its own.
;(() => {
  const root = document.querySelector('[data-door]')
  if (!root) return
  const KEY = `door:${root.dataset.door}`
  const AGAIN_MS = 5_000
  const PATIENCE_MS = 8_000
  const network = root.querySelector('.network')
  let sending = false

  const rows = () => [...root.querySelectorAll('[data-contact]')]
  const waiting = () => JSON.parse(localStorage.getItem(KEY) ?? '[]')
  const keep = taps => localStorage.setItem(KEY, JSON.stringify(taps))
  const newTap = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')

  /** Says which rows wait, and how many taps there are. */
  function tell() {
    const taps = waiting()
    const people = new Set(taps.map(({ fields }) => fields.contact))
    for (const row of rows()) {
      const waits = people.has(row.dataset.contact)
      row.classList.toggle('waiting-row', waits)
      const words = row.querySelector('.waits')
      if (words) words.hidden = !waits
    }
    const { one, other } = network.dataset
    const words = taps.length === 0 ? '' : (taps.length === 1 ? one : other).replace(/\d+/, taps.length)
    if (network.textContent !== words) network.textContent = words
  }

  /** Rows that stay keep what is unfolded. */
  async function show(html) {
    const giveBack = rememberFocus()
    const page = new DOMParser().parseFromString(html, 'text/html')
    for (const id of ['said', 'door']) {
      const fresh = page.getElementById(id)
      const here = document.getElementById(id)
      if (!fresh || !here) continue
      if (globalThis.htmx)
        await htmx.swap({ sourceElement: here, target: here, text: fresh.outerHTML, swap: 'outerMorph' })
      else here.replaceChildren(...fresh.childNodes)
    }
    giveBack()
  }

  /** The button that was pressed is gone afterwards: to the same row's, to the row that took its place, or to what is said of it. */
  function rememberFocus() {
    const before = document.activeElement
    if (!before?.closest('[data-contact], #said')) return () => {}
    const { contact } = before.closest('[data-contact]')?.dataset ?? {}
    const place = rows().findIndex(row => row.dataset.contact === contact)
    const pressed = before.textContent
    return () => {
      const row = rows().find(one => one.dataset.contact === contact) ?? rows()[place]
      const buttons = [...(row?.querySelectorAll('button') ?? [])]
      const same = buttons.find(({ textContent }) => textContent === pressed)
      const button = same ?? buttons.findLast(one => !one.closest('details'))
      ;(button ?? document.getElementById('said'))?.focus()
    }
  }

  async function sendOne({ tap, at, action, fields }) {
    const body = new URLSearchParams({ ...fields, tap, agoMs: String(Math.max(0, Date.now() - at)) })
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(action, { method: 'POST', body, signal })
    if (new URL(response.url).pathname === '/sign-in') {
      location.assign(response.url)
      return false
    }
    // Away for a moment, or too much at once: later.
    if (response.status >= 500 || response.status === 429) return false
    const html = await response.text()
    keep(waiting().filter(one => one.tap !== tap))
    if (response.ok) await show(html)
    else location.reload()
    return true
  }

  async function send() {
    if (sending) return
    sending = true
    try {
      for (let [next] = waiting(); next; [next] = waiting()) if (!(await sendOne(next))) break
    } catch {
      // No network: the taps stay where they are.
    } finally {
      sending = false
      tell()
      if (waiting().length > 0) setTimeout(() => void send(), AGAIN_MS)
    }
  }

  document.addEventListener('submit', event => {
    const form = event.target
    if (!form.matches('[data-tap], #said form')) return
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(form))
    keep([...waiting(), { tap: newTap(), at: Date.now(), action: form.getAttribute('action'), fields }])
    tell()
    void send()
  })
  /** What is on the screen is searched at once, also without network. */
  const find = document.getElementById('find')
  find?.addEventListener('input', () => {
    const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    const typed = plain(find.value).split(/\s+/).filter(Boolean)
    for (const row of root.querySelectorAll('[data-find]')) {
      const words = row.dataset.find.split(' ')
      row.hidden = !typed.every(part =>
        words.some(word => word.startsWith(part) || (/^\d{2,}$/.test(part) && word.endsWith(part))),
      )
    }
  })
  document.addEventListener('htmx:after:swap', tell)
  addEventListener('online', () => void send())
  tell()
  void send()
})()
