import { useEffect, useRef } from 'react'
import { meaningOf, type ScreeningKey } from './keys.ts'

/** Runs what the keys of the screening screen mean, while no dialog is open. */
export function useScreeningKeys(run: (key: ScreeningKey) => void): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      const meaning = meaningOf(event, focusOf(event.target))
      if (!meaning) return
      event.preventDefault()
      latest.current(meaning)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

function focusOf(target: EventTarget | null): 'page' | 'button' | 'choice' | 'field' {
  if (!(target instanceof Element)) return 'page'
  if (target.closest('[type="radio"], [type="checkbox"]')) return 'choice'
  if (target.closest('input, textarea, select, [contenteditable]')) return 'field'
  return target.closest('button, a, summary') ? 'button' : 'page'
}
