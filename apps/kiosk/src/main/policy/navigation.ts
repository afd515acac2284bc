import { localPage } from '../../preload/channels.ts'

export type Role = 'kiosk' | 'staff'

/** Where each window may be: its own page of the booth box. */
const pagePaths: Record<Role, string> = { kiosk: '/kiosk', staff: '/staff' }

/** The address of a window's page on the box. */
export const pageUrl = (role: Role, origin: string) => `${origin}${pagePaths[role]}/`

/** Whether a page's address is on the box, below the path of this window. */
export function isBoxPage(url: string, role: Role, origin: string | null): boolean {
  if (!origin || !URL.canParse(url)) return false
  const { origin: own, pathname, username, password } = new URL(url)
  const path = pagePaths[role]
  return own === origin && !username && !password && (pathname === path || pathname.startsWith(`${path}/`))
}

/** Custom schemes have the origin "null" to Node's URL, so the local page is told by its whole beginning. */
export const isLocalPage = (url: string) => url.startsWith(localPage)

const isWeb = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

/**
 * Where a page may go. The audience's window never gets to a staff page, so staff screens cannot appear there, and nothing
 * leaves the box. A probe, which runs no scripts, follows a box to its public address. Frames inside pages are not used, so none
 * may go anywhere, and neither may a page that is in no window of ours.
 */
export function mayNavigate(
  url: string,
  role: Role | 'probe' | null,
  origin: string | null,
  mainFrame = true,
): boolean {
  if (!role || !mainFrame) return false
  return role === 'probe' ? isWeb(url) : isLocalPage(url) || isBoxPage(url, role, origin)
}

/** What a page may load at all: from its box, and pictures in the making. A probe loads a page and nothing that belongs to it. */
export function mayRequest(url: string, origin: string | null, probe: { page: boolean } | null = null): boolean {
  if (probe) return probe.page && isWeb(url)
  if (!URL.canParse(url)) return false
  const { origin: own, protocol } = new URL(url)
  return isLocalPage(url) || protocol === 'data:' || protocol === 'blob:' || (origin !== null && own === origin)
}
