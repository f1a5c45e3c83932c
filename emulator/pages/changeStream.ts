import type { Request, Response } from 'express'
import type { State } from '../state'

/** Many changes in a moment are told as one. */
const GATHER_MS = 60

/** Server-sent events without content: "look again". */
export function changeStream(state: State) {
  const open = new Set<Response>()
  let timer: NodeJS.Timeout | null = null
  const tell = () => {
    if (timer || open.size === 0) return
    timer = setTimeout(() => {
      timer = null
      for (const response of open) response.write('data: changed\n\n')
    }, GATHER_MS)
  }
  state.onChange(tell)
  return {
    tell,
    open(request: Request, response: Response): void {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.write('retry: 1000\n\n')
      open.add(response)
      request.on('close', () => open.delete(response))
    },
  }
}
