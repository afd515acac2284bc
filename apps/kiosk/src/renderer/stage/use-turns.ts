import type { Language } from '@dabble/api'
import { useEffect, useState } from 'react'

/** Long enough to read the whole screen in one language. */
const turnMs = 15_000

/** The language the screen speaks now, taking turns where there are several. */
export function useTurns(languages: readonly Language[]): Language {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (languages.length < 2) return
    const timer = setInterval(() => setTurn(now => now + 1), turnMs)
    return () => clearInterval(timer)
  }, [languages.length])
  return languages[turn % languages.length] ?? 'en'
}
