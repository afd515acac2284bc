import { localPage } from '../../preload/channels.ts'

export type Role = 'kiosk' | 'staff'

/** Where each window may be: its own page of the booth box. */
export const pagePaths: Record<Role, string> = { kiosk: '/kiosk', staff: '/staff' }

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

/**
 * Where a window may go. The audience's window never gets to a staff page, so staff screens cannot appear there, and nothing
 * leaves the box. Frames inside pages are not used, so none may go anywhere.
 */
export function mayNavigate(url: string, role: Role, origin: string | null, mainFrame = true): boolean {
  return mainFrame && (isLocalPage(url) || isBoxPage(url, role, origin))
}

/** What a page may load at all: its box, and pictures in the making. Null while no box is known, and addresses are being tried. */
export function mayRequest(url: string, origin: string | null): boolean {
  if (!URL.canParse(url)) return false
  const { origin: own, protocol } = new URL(url)
  if (isLocalPage(url) || protocol === 'data:' || protocol === 'blob:') return true
  return origin ? own === origin : protocol === 'http:' || protocol === 'https:'
}
