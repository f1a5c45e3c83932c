/**
 * Runs work for one person at a time, at once, beside the clock's own looks. Asked again while it runs, it runs once more
 * afterwards, so nothing that came in between waits for the next tick.
 */
export function createKicks(work: (id: string) => Promise<void>, most: number) {
  const running = new Map<string, { again: boolean; done: Promise<void> }>()
  const queue: string[] = []

  function start(id: string): void {
    const run = { again: false, done: Promise.resolve() }
    running.set(id, run)
    run.done = work(id).finally(() => {
      running.delete(id)
      if (run.again && !queue.includes(id)) queue.push(id)
      const next = queue.shift()
      if (next !== undefined) start(next)
    })
  }

  return {
    kick(id: string): void {
      const run = running.get(id)
      if (run) run.again = true
      else if (running.size < most) start(id)
      else if (!queue.includes(id)) queue.push(id)
    },
    /** Nothing runs and nothing waits. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done))
    },
    get busy(): boolean {
      return running.size > 0
    },
  }
}
