import { type Client, createClient } from '@dabble/api/client'

/** Somebody at a game, over real HTTP: cookies and origin by hand. */
export interface Visitor {
  client: Client
  /** With this visitor's cookies; `path` from the game's root. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  cookies: Map<string, string>
}

export function createVisitor(url: string): Visitor {
  const cookies = new Map<string, string>()
  const send = async (address: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (cookies.size) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', url)
    const response = await fetch(address, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return response
  }
  const fetcher = ((address: string | URL, init?: RequestInit) => send(String(address), init)) as typeof fetch
  return {
    cookies,
    client: createClient({ baseUrl: url, fetch: fetcher }),
    fetch: (path, init) => send(`${url}${path}`, init),
  }
}
