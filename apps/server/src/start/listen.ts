import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { lanAddress } from '../http/hosts.ts'
import { StartError } from './start-error.ts'

/** Opens the port. Returns it. @throws {StartError} when it cannot be had. */
export async function listen(http: FastifyInstance, { host, port }: Config): Promise<number> {
  try {
    await http.listen({ host, port })
    return (http.server.address() as AddressInfo).port
  } catch (error) {
    const explain: Record<string, string> = {
      EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or set PORT to another port, like PORT=${port + 1}.`,
      EACCES: `Port ${port} needs more rights than this user has. Set PORT to a port from 1024 on, like PORT=3000.`,
      EADDRNOTAVAIL: `HOST=${host} is no address of this machine. Set HOST to one of its addresses, or leave it out.`,
      ENOTFOUND: `HOST=${host} is no address of this machine. Set HOST to one of its addresses, or leave it out.`,
    }
    const message = explain[String((error as { code?: unknown }).code)]
    throw message ? new StartError(message, error) : error
  }
}

/** How this machine itself reaches the game. */
export const ownUrlOf = ({ host }: Pick<Config, 'host'>, port: number): string =>
  `http://${isEverywhere(host) ? '127.0.0.1' : inUrl(host)}:${port}`

const isEverywhere = (host: string) => host === '0.0.0.0' || host === '::'
const inUrl = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** The one address that goes into the QR code: as configured, or else the best guess. */
export function publicUrlOf({ publicUrl, host }: Config, port: number): string {
  if (publicUrl) return publicUrl
  const name = isEverywhere(host) ? (lanAddress() ?? 'localhost') : inUrl(host)
  return new URL(`http://${name}:${port}`).origin
}
