import { createServer } from 'node:net'
import { type Finding, ok, problem, warning } from './finding.ts'

/** What is on the port: this game, another program, or nothing (and whether it could be taken). */
export type PortUse = 'this-game' | 'other' | 'free' | 'forbidden'

export function judgePort(port: number, use: PortUse): Finding {
  switch (use) {
    case 'this-game':
      return ok(`${port}: this game is running`)
    case 'free':
      return warning(`${port} is free, so the game is not running. Start it, then run the doctor again for the rest.`)
    case 'forbidden':
      return problem(`${port} needs more rights than this user has. Set PORT to a port from 1024 on.`)
    case 'other':
      return problem(`${port} is taken by another program or another game. Stop that one, or set PORT.`)
  }
}

/** @param leadsHere whether this machine's own address answers as this game. */
export async function portUse(host: string, port: number, leadsHere: boolean): Promise<PortUse> {
  if (leadsHere) return 'this-game'
  const server = createServer()
  return new Promise(resolve => {
    server.once('error', error => resolve((error as { code?: string }).code === 'EACCES' ? 'forbidden' : 'other'))
    server.listen(port, host, () => server.close(() => resolve('free')))
  })
}
