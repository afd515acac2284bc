import cookie, { type CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { nanoid } from 'nanoid'

declare module 'fastify' {
  interface FastifyRequest {
    /** From the signed device cookie, which everybody gets with the first answer. */
    deviceId: string
    /** From the signed player cookie; null before joining. */
    playerId: string | null
  }
}

const year = 365 * 24 * 3600

/** What a cookie is for is part of what is signed: a device's cookie is worth nothing in the player's place. */
const cookies = { device: 'dabble_device', player: 'dabble_player' } as const
type Purpose = keyof typeof cookies

export async function addIdentity(app: FastifyInstance, key: Buffer, https: boolean): Promise<void> {
  // As a text: for a HMAC with the bytes themselves Node takes four times as long, three times a request.
  await app.register(cookie, { secret: key.toString('hex') })
  app.decorateRequest('deviceId', '')
  app.decorateRequest('playerId', null)

  app.addHook('onRequest', async (request, reply) => {
    if (!needsIdentity(request.url)) return
    request.playerId = readIdentity(request, 'player')
    const deviceId = readIdentity(request, 'device')
    request.deviceId = deviceId ?? nanoid()
    if (!deviceId) writeIdentity(reply, 'device', request.deviceId, https)
  })
}

/** Pictures and the apps' files are the same for everybody. */
const needsIdentity = (url: string) => !/^\/(pictures|assets|kiosk\/assets|healthz|readyz)\b/.test(url)

function readIdentity(request: FastifyRequest, purpose: Purpose): string | null {
  const raw = request.cookies[cookies[purpose]]
  const value = raw ? request.unsignCookie(raw).value : null
  return value?.startsWith(`${purpose}:`) ? value.slice(purpose.length + 1) : null
}

/** Sets the cookie, or with null clears it. */
export function writeIdentity(reply: FastifyReply, purpose: Purpose, id: string | null, https: boolean): void {
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: https }
  if (id === null) reply.clearCookie(cookies[purpose], options)
  else reply.setCookie(cookies[purpose], `${purpose}:${id}`, { ...options, signed: true, maxAge: year })
}
