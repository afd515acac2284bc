import { useShared } from '@dabble/ui'
import type { ReactNode } from 'react'
import { useStatus } from '../server/queries.ts'
import { Loaded } from '../shell/states.tsx'
import { AutoLock } from './auto-lock.tsx'
import { Entrance } from './entrance.tsx'
import { lockedHere } from './lock.ts'
import { Pairing } from './pairing.tsx'
import { SetUp } from './set-up.tsx'
import { Unlock } from './unlock.tsx'
import { MemberContext } from './use-member.ts'

/**
 * Lets in whoever has unlocked this device; everybody else gets the next step towards that, and comes out at the address that
 * they wanted.
 */
export function Access({ children }: { children: ReactNode }) {
  const status = useStatus()
  const locked = useShared(lockedHere)
  if (!status.data) {
    return (
      <Entrance>
        <Loaded query={status} lines={3}>
          {() => null}
        </Loaded>
      </Entrance>
    )
  }
  const { paired, needsOwner, member, members, autoLockMs } = status.data
  if (!paired) return <Pairing />
  if (needsOwner) return <SetUp />
  if (!member || locked) return <Unlock members={members} />
  return (
    <MemberContext value={member}>
      <AutoLock afterMs={autoLockMs} />
      {children}
    </MemberContext>
  )
}
