import { type RefObject, useLayoutEffect, useRef } from 'react'
import { wantsMotion } from './motion.ts'

/**
 * Children with `data-flip="<key>"` glide from where they were to where they are (FLIP, Paul Lewis 2015); new ones fade in.
 * Measured relative to the container, so that scrolling is no movement.
 */
export function useFlip(container: RefObject<HTMLElement | null>): void {
  const before = useRef<Map<string, number> | null>(null)
  useLayoutEffect(() => {
    const root = container.current
    if (!root) return
    const origin = root.getBoundingClientRect().top
    const after = new Map<string, number>()
    for (const child of root.querySelectorAll<HTMLElement>('[data-flip]')) {
      const key = child.dataset.flip as string
      const top = child.getBoundingClientRect().top - origin
      after.set(key, top)
      if (before.current && wantsMotion()) glide(child, before.current.get(key), top)
    }
    before.current = after
  })
}

function glide(child: HTMLElement, from: number | undefined, to: number): void {
  const easing = 'cubic-bezier(0.2, 0.8, 0.2, 1)'
  if (from === undefined) {
    child.animate([{ opacity: 0, transform: 'scale(0.96)' }, { opacity: 1 }], { duration: 400, easing })
  } else if (Math.abs(from - to) > 1) {
    child.animate([{ transform: `translateY(${from - to}px)` }, { transform: 'none' }], { duration: 600, easing })
  }
}
