import { setTimeout as delay } from 'node:timers/promises'
import { type EntryView, type Language, newEntryId, type RoundView } from '@dabble/api'
import type { Client } from '@dabble/api/client'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/scrypt'
import { createVisitor, type Visitor } from './visitor.ts'

/** A phone that has joined. */
export interface CrowdPlayer extends Visitor {
  id: string
  round: RoundView
  /** Sends a prompt, with a CAPTCHA where one is asked for. */
  send(prompt: string, id?: string): Promise<EntryView>
  /** Waits until an entry is done or failed. */
  ended(entryId: string): Promise<EntryView>
}

export async function joinGame(url: string, nickname: string, language: Language = 'en'): Promise<CrowdPlayer> {
  const visitor = createVisitor(url)
  const { client } = visitor
  const { id } = await client.player.join.mutate({ nickname, language, consent: true })
  const round = (await client.round.current.query()) as RoundView
  return {
    ...visitor,
    id,
    round,
    async send(prompt, entryId = newEntryId()) {
      const captcha = await solve(client)
      return client.entry.create.mutate({ id: entryId, roundId: round.id, prompt, captcha })
    },
    async ended(entryId) {
      for (;;) {
        const { entry } = await client.entry.get.query({ id: entryId })
        if (entry.state === 'done' || entry.state === 'failed') return entry
        // Slower than the guard minds.
        await delay(150)
      }
    },
  }
}

/** What the phone does in the background while somebody types. */
export async function solve(client: Client): Promise<string | null> {
  const { challenge } = await client.entry.captcha.mutate()
  if (!challenge) return null
  const solution = await solveChallenge({ challenge: challenge as never, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}
