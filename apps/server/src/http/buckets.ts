export interface BucketSize {
  /** Calls that may come at once. */
  burst: number
  /** Calls a second in the long run. */
  perSecond: number
}

/** Token buckets by key, in memory: a restart forgives. `take` tells the whole seconds to wait, 0 when the call may pass. */
export function createBuckets({ burst, perSecond }: BucketSize, now: () => number = Date.now) {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const fullAfterMs = (burst / perSecond) * 1000

  /** A bucket that has filled up again is as good as none. */
  function forget() {
    const horizon = now() - fullAfterMs
    for (const [key, { at }] of buckets) if (at < horizon) buckets.delete(key)
  }

  return {
    take(key: string): number {
      if (buckets.size > 20_000) forget()
      const bucket = buckets.get(key) ?? { tokens: burst, at: now() }
      const tokens = Math.min(burst, bucket.tokens + ((now() - bucket.at) / 1000) * perSecond)
      const passes = tokens >= 1
      buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at: now() })
      return passes ? 0 : Math.ceil((1 - tokens) / perSecond)
    },
  }
}
