import type { KioskState } from '@dabble/api'
import { followLive } from '@dabble/api/client'
import { useEffect, useState } from 'react'
import { loadLastState, saveLastState } from './last-state.ts'

/** A hiccup shorter than this is nobody's business. */
const awayAfterMs = 3_000
const saveEveryMs = 2_000
/** Differences between the clocks smaller than this are the network's. */
const jitterMs = 1_000

export interface Live {
  state: KioskState | null
  /** The server has been away long enough to say so. */
  away: boolean
  /** How often the connection came up; pictures that failed to load are worth another try then. */
  epoch: number
  /** The server's clock minus this screen's, in milliseconds. */
  clockOffset: number
}

/** The state of the big screen, from the live feed; while the server is away, the last one there was. */
export function useKioskState(): Live {
  const [live, setLive] = useState<Live>(() => ({ state: loadLastState(), away: false, epoch: 0, clockOffset: 0 }))
  useEffect(() => {
    let latest: KioskState | null = null
    let awayTimer: ReturnType<typeof setTimeout> | undefined
    let saveTimer: ReturnType<typeof setTimeout> | undefined
    const save = () => {
      saveTimer = undefined
      if (latest) saveLastState(latest)
    }
    const stop = followLive('kiosk', {
      onFrame({ event, data }) {
        if (event !== 'kiosk') return
        latest = data
        saveTimer ??= setTimeout(save, saveEveryMs)
        const offset = data.at - Date.now()
        const drifted = (was: Live) => Math.abs(offset - was.clockOffset) > jitterMs
        setLive(was => ({ ...was, state: data, clockOffset: drifted(was) ? offset : was.clockOffset }))
      },
      onConnected(connected) {
        clearTimeout(awayTimer)
        if (connected) setLive(was => ({ ...was, away: false, epoch: was.epoch + 1 }))
        else awayTimer = setTimeout(() => setLive(was => ({ ...was, away: true })), awayAfterMs)
      },
    })
    return () => {
      stop()
      clearTimeout(awayTimer)
      clearTimeout(saveTimer)
    }
  }, [])
  return live
}
