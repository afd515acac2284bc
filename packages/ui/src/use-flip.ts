import { type RefObject, useLayoutEffect, useRef } from 'react'
import { wantsMotion } from './motion.ts'

const easing = 'cubic-bezier(0.2, 0.8, 0.2, 1)'
const appear: Keyframe = { opacity: 0, transform: 'scale(0.96)' }

interface Place {
  x: number
  y: number
}

/**
 * Children with `data-flip="<key>"` glide from where they were to where they are (FLIP, Paul Lewis 2015); new ones arrive from
 * `arrival`. Measured relative to the container, so that scrolling is no movement; scripted, because CSS animations start over
 * when React moves an element; added up, so that a second overtaking during the first does not make a row jump.
 */
export function useFlip(container: RefObject<HTMLElement | null>, arrival: Keyframe = appear, duration = 600): void {
  const before = useRef<Map<string, Place> | null>(null)
  useLayoutEffect(() => {
    const after = new Map<string, Place>()
    for (const child of container.current?.querySelectorAll<HTMLElement>('[data-flip]') ?? []) {
      const key = child.dataset.flip as string
      const place = { x: child.offsetLeft, y: child.offsetTop }
      after.set(key, place)
      if (before.current && wantsMotion()) glide(child, before.current.get(key), place, arrival, duration)
    }
    before.current = after
  })
}

function glide(child: HTMLElement, from: Place | undefined, to: Place, arrival: Keyframe, duration: number): void {
  if (!from) {
    child.animate([arrival, {}], { duration, easing })
  } else if (from.x !== to.x || from.y !== to.y) {
    const transform = `translate(${from.x - to.x}px, ${from.y - to.y}px)`
    child.animate([{ transform }, { transform: 'none' }], { duration, easing, composite: 'add' })
  }
}
