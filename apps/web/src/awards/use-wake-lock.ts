import { useEffect } from 'react'

/** Keeps the screen on while a code waits to be scanned; only where the browser knows how, which plain `http://` does not. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let gone = false
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      // Refused on low battery: the player taps the screen instead.
      lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null
      if (gone) void lock?.release()
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
