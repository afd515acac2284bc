import { type RefObject, useLayoutEffect, useState } from 'react'

/** Width and height of an element in rem, as they change. Zero before the first layout. */
export function useSizeInRem(ref: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const [width, height] = [element.clientWidth / rem, element.clientHeight / rem]
      setSize(was => (was.width === width && was.height === height ? was : { width, height }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [ref])
  return size
}
