/** Seconds by stage: each lap ends one. */
export function createStopwatch<Stage extends string>() {
  const seconds = {} as Record<Stage, number>
  let last = performance.now()
  return {
    seconds,
    lap(stage: Stage) {
      const now = performance.now()
      seconds[stage] = (now - last) / 1000
      last = now
    },
  }
}
