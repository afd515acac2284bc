import { type RefObject, useCallback, useEffect } from 'react'
import { startsCode } from './enter.ts'

/** With a finger, a focused field is a keyboard over half of the screen; a scanner's first key gets the focus there anyway. */
const hasMouse = () => matchMedia('(hover: hover) and (pointer: fine)').matches

/** Whether somebody is typing somewhere else on purpose. */
function isTyping(element: Element | null): boolean {
  return Boolean(element?.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog'))
}

/** Keeps the focus in the code field, and gives it every code that begins anywhere else. The result puts it back there. */
export function useScannerFocus(field: RefObject<HTMLInputElement | null>): () => void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target === field.current || isTyping(event.target as Element) || document.querySelector('dialog[open]'))
        return
      // The key itself then lands in the field: the focus moves before the letter does.
      if (startsCode(event.key, event.code, event)) field.current?.focus()
    }
    const onWindow = () => {
      if (hasMouse() && document.activeElement === document.body) field.current?.focus()
    }
    addEventListener('keydown', onKey, { capture: true })
    addEventListener('focus', onWindow)
    if (hasMouse()) field.current?.focus()
    return () => {
      removeEventListener('keydown', onKey, { capture: true })
      removeEventListener('focus', onWindow)
    }
  }, [field])
  return useCallback(() => {
    if (hasMouse()) field.current?.focus()
  }, [field])
}
