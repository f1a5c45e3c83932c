/** One thing after the other within a lane, lanes beside each other. */
export function createLanes() {
  const lanes = new Map<string, Promise<void>>()
  return {
    run(lane: string, work: () => Promise<void>): void {
      const before = lanes.get(lane) ?? Promise.resolve()
      const after = before.then(work).finally(() => {
        if (lanes.get(lane) === after) lanes.delete(lane)
      })
      lanes.set(lane, after)
    },
    size: () => lanes.size,
    /** Until every lane that runs now is empty. */
    async quiet(): Promise<void> {
      await Promise.all(lanes.values())
    },
  }
}
