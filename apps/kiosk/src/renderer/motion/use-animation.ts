import { wantsMotion } from '@dabble/ui'
import { type RefObject, useLayoutEffect } from 'react'

/** Plays an animation whenever `occasion` changes to something. Keyframes and timing are constants of the caller. */
export function useAnimation(
  element: RefObject<Element | null>,
  occasion: string | number | undefined,
  keyframes: Keyframe[],
  timing: KeyframeAnimationOptions,
): void {
  useLayoutEffect(() => {
    if (occasion !== undefined && wantsMotion()) element.current?.animate(keyframes, timing)
  }, [occasion])
}
