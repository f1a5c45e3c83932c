// The tablet at the door. It goes on without a network: taps are kept here as counts, sent when there are five of them or
// after two minutes, each heap with a random number so that it counts once. No moment of a tap leaves the tablet.
{
  const ROTATE_MS = 6000
  const THANKS_MS = 4000
  const IDLE_MS = 20000
  const FILL_MS = 150
  const QUIET_MS = 1200
  const SEND_TAPS = 5
  const SEND_AFTER_MS = 120000
  const LOOK_MS = 10000
  const SEND_MS = 30000
  // Counted, no counts at all, nobody taps any more.
  const OURS = [204, 410, 422]

  const html = document.documentElement
  const main = document.querySelector('main')
  const { path, questions } = main.dataset
  const [first, second] = questions.split(',')
  const all = JSON.parse(main.dataset.words)
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const shown = main.querySelector('.waits')
  html.classList.add('scripted')

  // What waits: `open` is still growing, `heaps` have their number. In memory where the tablet keeps nothing.
  const KEY = `kiosk ${path}`
  let kept = { open: {}, heaps: [] }
  try {
    kept = JSON.parse(localStorage.getItem(KEY)) ?? kept
  } catch {}
  const keep = () => {
    try {
      if (kept.heaps.length === 0 && taps(kept.open) === 0) localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, JSON.stringify(kept))
    } catch {}
  }
  const taps = counts => Object.values(counts).reduce((sum, all) => sum + all.reduce((a, b) => a + b, 0), 0)
  const number = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  }
  let openSince = Date.now()

  const count = answers => {
    for (const [question, face] of Object.entries(answers)) {
      kept.open[question] ??= [0, 0, 0, 0, 0]
      kept.open[question][face - 1] += 1
    }
    keep()
    void send()
  }

  const heap = () => {
    if (taps(kept.open) === 0) return
    kept.heaps.push({ batch: number(), counts: kept.open })
    kept.open = {}
    keep()
  }

  let sending = false
  async function send() {
    const waiting = taps(kept.open)
    if (waiting === 0) openSince = Date.now()
    if (waiting >= SEND_TAPS || Date.now() - openSince > SEND_AFTER_MS) heap()
    if (sending) return
    sending = true
    let away = false
    let ended = false
    try {
      while (kept.heaps.length > 0) {
        const [{ batch, counts }] = kept.heaps
        const response = await fetch(`${path}/taps`, {
          method: 'POST',
          body: new URLSearchParams({ batch, ...counts }),
          credentials: 'omit',
          signal: AbortSignal.timeout(SEND_MS),
        })
        // Anything else is not from us: a Wi-Fi that wants somebody to sign in, a proxy, a server that is restarting.
        if (!OURS.includes(response.status)) throw new Error('later')
        kept.heaps.shift()
        keep()
        // Nobody taps any more; what waits here still goes.
        if (response.status === 410) {
          ended = true
          heap()
        }
      }
      if (ended) return location.reload()
    } catch {
      away = true
    } finally {
      sending = false
    }
    shown.hidden = !away
    shown.querySelector('[data-count]').textContent = String(
      taps(kept.open) + kept.heaps.reduce((sum, { counts }) => sum + taps(counts), 0),
    )
  }
  setInterval(send, LOOK_MS)
  addEventListener('online', send)
  void send()

  // A tablet that wakes without a network shows its questions all the same. Not over plain http: there it cannot.
  navigator.serviceWorker
    ?.register('/assets/kioskWorker.js', { scope: '/kiosk/' })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      const drawn = performance.getEntriesByType('resource').map(({ name }) => name)
      active.postMessage([path, ...drawn.filter(name => new URL(name).pathname.startsWith('/assets/'))])
    })
    .catch(() => {})

  // Words: the start screen goes through the languages until somebody is there.
  let language = html.lang
  let touched = false
  const speak = to => {
    const { direction, say } = all[to]
    language = to
    html.lang = to
    html.dir = direction
    document.title = say.title
    for (const place of main.querySelectorAll('[data-say]')) place.textContent = say[place.dataset.say]
    main.querySelector('nav').setAttribute('aria-label', say.languages)
    for (const link of main.querySelectorAll('[data-language]'))
      if (link.dataset.language === to) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
  }
  setInterval(() => {
    const tags = Object.keys(all)
    if (!touched && !still.matches) speak(tags[(tags.indexOf(language) + 1) % tags.length])
  }, ROTATE_MS)
  // A screen reader or a switch touches nothing, but goes to something.
  for (const sign of ['pointerdown', 'keydown', 'focusin'])
    addEventListener(sign, () => {
      touched = true
      wait()
    })

  // Screens.
  const screens = [...main.querySelectorAll('[data-screen]')]
  let chosen
  let quietUntil = 0
  let timer
  const go = (to, byPerson = true) => {
    clearTimeout(timer)
    for (const screen of screens) {
      screen.hidden = screen.dataset.screen !== to
      if (screen instanceof HTMLFormElement) screen.reset()
    }
    const screen = screens.find(one => !one.hidden)
    if (byPerson) screen.querySelector('h1').focus()
    wait()
  }
  const current = () => screens.find(one => !one.hidden).dataset.screen
  const start = () => {
    chosen = undefined
    touched = false
    go('first', false)
  }
  /** Who walks away in the middle has given their first answer; somebody who only touched leaves nothing. */
  function wait() {
    clearTimeout(timer)
    if (current() === 'thanks') timer = setTimeout(start, THANKS_MS)
    else timer = setTimeout(leave, IDLE_MS)
  }
  const leave = () => {
    if (chosen) count({ [first]: chosen })
    start()
  }

  const choose = (form, face) => {
    if (Date.now() < quietUntil) return
    quietUntil = Date.now() + QUIET_MS
    touched = true
    form.elements.face.value = face
    setTimeout(() => {
      if (form.dataset.question === first) {
        chosen = face
        go('second')
      } else {
        count({ ...(chosen && { [first]: chosen }), [second]: face })
        chosen = undefined
        go('thanks')
      }
    }, FILL_MS)
  }

  let pressed
  for (const label of main.querySelectorAll('.faces label')) {
    label.addEventListener('pointerdown', event => {
      if (event.isPrimary) pressed = label
    })
    label.addEventListener('pointerup', event => {
      if (event.isPrimary && pressed === label)
        choose(label.closest('form'), Number(label.querySelector('input').value))
    })
  }
  addEventListener('pointercancel', () => {
    pressed = undefined
  })
  for (const form of main.querySelectorAll('form'))
    form.addEventListener('submit', event => {
      event.preventDefault()
      const face = Number(new FormData(form).get('face'))
      if (face) choose(form, face)
    })
  for (const link of main.querySelectorAll('[data-language]'))
    link.addEventListener('click', event => {
      event.preventDefault()
      speak(link.dataset.language)
    })
  const deeds = {
    other: () => {
      chosen = undefined
      go('first')
    },
    skip: () => {
      if (chosen) count({ [first]: chosen })
      chosen = undefined
      go('thanks')
    },
    start,
  }
  for (const button of main.querySelectorAll('[data-deed]'))
    button.addEventListener('click', event => {
      event.preventDefault()
      deeds[button.dataset.deed]()
    })
  go(current(), false)
}
