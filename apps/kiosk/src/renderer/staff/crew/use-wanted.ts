import { useEffect, useState } from 'react'

/** What was just chosen, until the server says what holds; what holds, when it could not be chosen. */
export function useWanted<T>(holds: T, failed: boolean): [T, (wanted: T) => void] {
  const [wanted, setWanted] = useState<{ value: T } | null>(null)
  useEffect(() => setWanted(null), [holds, failed])
  return [wanted ? wanted.value : holds, value => setWanted({ value })]
}
