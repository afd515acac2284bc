import type { Channel } from '../../preload/channels.ts'
import { isBoxPage, isLocalPage, type Role } from './navigation.ts'

/** Who sent a message, as main knows it; nothing of it comes from the page. */
export interface Sender {
  /** The window that the sending page is in; null for one that is not ours. */
  role: Role | null
  topFrame: boolean
  url: string
}

export interface Surroundings {
  /** The paired box. */
  origin: string | null
  /** Whether the connect page in this window is for staff; on the audience's display it can ask for nothing. */
  staffHere: boolean
}

/** Whether main does what a message asks. */
export function maySend(
  channel: Channel,
  { role, topFrame, url }: Sender,
  { origin, staffHere }: Surroundings,
): boolean {
  if (!role || !topFrame) return false
  if (channel.startsWith('staff:')) return role === 'staff' && isBoxPage(url, 'staff', origin)
  return isLocalPage(url) && (staffHere || channel === 'connect:state')
}
