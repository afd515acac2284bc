/** A balancer leads to each of its processes in turn; what was not met for so long is gone. */
const forgottenMs = 60_000

/** The processes that were met at one address, by the id that each gives itself. */
export interface Instances {
  /** True when this one had not been met lately. */
  meet(id: string, bundle: string): boolean
  has(id: string): boolean
  count(): number
  /** A bundle that is not this one, where any of them has it. */
  other(bundleId: string): string | null
  /** Nobody answers there any more. */
  clear(): void
}

export function createInstances(now: () => number = () => performance.now()): Instances {
  const met = new Map<string, { bundle: string; at: number }>()
  const lately = () => {
    for (const [id, { at }] of met) if (now() - at > forgottenMs) met.delete(id)
    return met
  }
  return {
    meet(id, bundle) {
      const isNew = !lately().has(id)
      met.set(id, { bundle, at: now() })
      return isNew
    },
    has: id => lately().has(id),
    count: () => lately().size,
    other: bundleId => [...lately().values()].find(({ bundle }) => bundle !== bundleId)?.bundle ?? null,
    clear: () => met.clear(),
  }
}
