import { useEffect, useRef, useState } from 'react'

/** A value that changes at most once per `everyMs`, and always ends at the newest. */
export function useCalm<T>(value: T, everyMs: number): T {
  const [calm, setCalm] = useState(value)
  const changedAt = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, changedAt.current + everyMs - Date.now())
    const timer = setTimeout(() => {
      changedAt.current = Date.now()
      setCalm(value)
    }, wait)
    return () => clearTimeout(timer)
  }, [value, everyMs])
  return calm
}
