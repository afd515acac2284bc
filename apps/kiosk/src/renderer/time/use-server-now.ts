import { useEffect, useState } from 'react'

/** The time by the server's clock, once a second, on the second. */
export function useServerNow(clockOffset: number): number {
  const [now, setNow] = useState(() => Date.now() + clockOffset)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const time = Date.now() + clockOffset
      setNow(time)
      timer = setTimeout(tick, 1_000 - (time % 1_000))
    }
    tick()
    return () => clearTimeout(timer)
  }, [clockOffset])
  return now
}
