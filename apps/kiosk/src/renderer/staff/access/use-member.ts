import type { StaffMemberView } from '@dabble/api'
import { createContext, use } from 'react'

export const MemberContext = createContext<StaffMemberView | null>(null)

/** Who has unlocked this device. Only inside `Access`. */
export function useMember(): StaffMemberView {
  const member = use(MemberContext)
  if (!member) throw new Error('nobody has unlocked this device')
  return member
}

/** Whether the owner's things may be done. */
export const useIsOwner = (): boolean => useMember().role === 'owner'
