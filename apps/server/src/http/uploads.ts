import { type Game, GameError } from '@dabble/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from './refuse.ts'

/** Bytes of a request with a picture: five megabytes as base64, and whatever is said about it. */
export const uploadLimit = 7_100_000

/** Procedures that take a picture, or a list of codes. */
export const uploadPaths = [
  'staff.prizes.create',
  'staff.prizes.change',
  'staff.prizes.addCodes',
  'staff.rounds.create',
]

/** Whoever is not of the crew is told so before a byte of the body is read: megabytes are for those who have unlocked a device. */
export function crewOnly(game: () => Game) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      game().staff.crew.actor(request.deviceId, false)
    } catch (error) {
      if (!(error instanceof GameError)) throw error
      // A crew device that has just locked itself reads the answer after sending everything; a stranger is cut off.
      if (error.key === 'not-staff') reply.header('connection', 'close')
      return refuse(reply, error.key, { values: error.values })
    }
  }
}
