// Keeps the tablet's own page and what it is drawn with, so that a tablet that wakes or is loaded again without a network
// still asks. What is fresh comes first; once the page is ended nothing stays.
{
  const KEPT = 'kiosk'

  addEventListener('install', () => skipWaiting())
  addEventListener('activate', event => event.waitUntil(clients.claim()))

  /** Loaded before this worker was there. */
  addEventListener('message', ({ data }) => caches.open(KEPT).then(kept => kept.addAll(data)))

  addEventListener('fetch', event => {
    if (event.request.method === 'GET') event.respondWith(freshOrKept(event.request))
  })

  async function freshOrKept(request) {
    const kept = await caches.open(KEPT)
    try {
      const response = await fetch(request)
      if (response.ok) await kept.put(request, response.clone())
      if (response.status === 410) await end()
      return response
    } catch (error) {
      const found = await kept.match(request, { ignoreSearch: true })
      if (found) return found
      throw error
    }
  }

  async function end() {
    await caches.delete(KEPT)
    await registration.unregister()
  }
}
