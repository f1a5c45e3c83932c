import type { CrashPoint } from '../../src/ports/crashPoint'

/** Thrown at a crash point: nothing of this process happens after it. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

export interface Pause {
  /** The process stands there. */
  reached: Promise<void>
  goOn(): void
}

export interface CrashScript {
  hook: CrashPoint
  /** Every point it came by, in order. */
  readonly passed: string[]
  /** Stops the process the next time it comes there, until told to go on. */
  pauseAt(point: string): Pause
  /** Ends it there; everything else it was doing ends at its own next point. */
  killAt(point: string): void
  /** Calls back at every point. */
  atEvery(act: (point: string) => void | Promise<void>): void
}

/** What happens to one process at its crash points. */
export function crashScript(): CrashScript {
  const passed: string[] = []
  const pauses = new Map<string, { arrive: () => void; open: Promise<void> }>()
  const kills = new Set<string>()
  let dead = false
  let act: (point: string) => void | Promise<void> = () => {}
  return {
    passed,
    hook: async point => {
      if (dead) throw new Killed()
      passed.push(point)
      if (kills.has(point)) {
        dead = true
        throw new Killed(point)
      }
      const pause = pauses.get(point)
      if (pause) {
        pauses.delete(point)
        pause.arrive()
        await pause.open
      }
      await act(point)
    },
    pauseAt(point) {
      let arrive = () => {}
      let goOn = () => {}
      const reached = new Promise<void>(resolve => {
        arrive = resolve
      })
      const open = new Promise<void>(resolve => {
        goOn = resolve
      })
      pauses.set(point, { arrive, open })
      return { reached, goOn }
    },
    killAt: point => {
      kills.add(point)
    },
    atEvery: what => {
      act = what
    },
  }
}
