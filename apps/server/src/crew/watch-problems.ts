import type { HealthProblem } from '@dabble/api'

export interface ProblemNews {
  what: 'begun' | 'over'
  problem: HealthProblem
}

/**
 * Turns looks at what is wrong into news: each problem once when it begins and once when it is over. Only what two looks agree
 * on is news, because a sidecar that is started afresh is away for a second.
 */
export function createProblemWatch(): (now: readonly HealthProblem[]) => ProblemNews[] {
  const told = new Set<HealthProblem>()
  let before: readonly HealthProblem[] = []
  return now => {
    const begun = now.filter(problem => before.includes(problem) && !told.has(problem))
    const over = [...told].filter(problem => !now.includes(problem) && !before.includes(problem))
    before = now
    for (const problem of begun) told.add(problem)
    for (const problem of over) told.delete(problem)
    return [
      ...begun.map(problem => ({ what: 'begun' as const, problem })),
      ...over.map(problem => ({ what: 'over' as const, problem })),
    ]
  }
}
