import { useEffect, useState } from 'react'
import type { ConnectBridge, ConnectState } from '../preload/bridge.ts'

/** Null until main has told the first. */
export function useConnectState(bridge: ConnectBridge): ConnectState | null {
  const [state, setState] = useState<ConnectState | null>(null)
  useEffect(() => {
    bridge.onState(setState)
    // A change that came in the meantime is newer than this answer.
    void bridge.state().then(first => setState(now => now ?? first))
  }, [bridge])
  return state
}
