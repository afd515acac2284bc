import { qrModules } from '@dabble/ui'
import { useSyncExternalStore } from 'react'
import { codeSide, type Room } from './code-side.ts'

const resized = (changed: () => void) => {
  addEventListener('resize', changed)
  return () => removeEventListener('resize', changed)
}

/** Side of the code for this address with its white margin, on this screen, in rem. */
export function useCodeSide(joinUrl: string, room: Room): number {
  const side = useSyncExternalStore(resized, () => codeSide(room, { width: innerWidth, height: innerHeight }))
  const { code, withMargin } = qrModules(joinUrl)
  return (side * withMargin) / code
}
