import type { Reply, Understood } from '../definition'
import { clean } from './normalise'

/** A shared location, or its two coordinates typed with decimal points: `51.05, 3.72`. */
export function location(reply: Reply): Understood {
  if (reply.location !== undefined) {
    const { latitude, longitude } = reply.location
    return { ok: true, value: { latitude, longitude } }
  }
  const [, north, east] =
    /^(-?\d{1,2}\.\d{1,10})\s*[,;\s]\s*(-?\d{1,3}\.\d{1,10})$/.exec(clean(reply.text)) ?? []
  const latitude = Number(north)
  const longitude = Number(east)
  const fits = north !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return fits ? { ok: true, value: { latitude, longitude } } : { ok: false, problem: 'location_please' }
}
