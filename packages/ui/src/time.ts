import type { Millis } from '@dabble/api'
import { useEffect, useState } from 'react'

/** This machine's clock, ticking; pass the server's `at` of a state just received to read the server's clock instead. */
export function useNow(everyMs = 1_000, serverAt?: Millis): Millis {
  const [now, setNow] = useState(() => Date.now())
  const [offset, setOffset] = useState(0)
  useEffect(() => {
    if (serverAt !== undefined) setOffset(serverAt - Date.now())
  }, [serverAt])
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + offset
}

/** `9:41`, `1:02:03`; seconds are rounded up, so that 0:00 is the end and not the second before it. */
export function clockText(leftMs: number): string {
  const all = Math.max(0, Math.ceil(leftMs / 1_000))
  const [hours, minutes, seconds] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/** Whole days and hours, for anything longer than a day; null below that. */
export function daysAndHours(leftMs: number): { days: number; hours: number } | null {
  const hours = Math.floor(leftMs / 3_600_000)
  return hours < 24 ? null : { days: Math.floor(hours / 24), hours: hours % 24 }
}
