import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LiveFrame, newEntryId, type StaffMemberView, type StaffRole } from '@dabble/api'
import { type App, type AppOverrides, createApp } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import { pins } from '../src/crew/pins.ts'
import { type CrowdPlayer, joinGame as joinAs } from '../src/crowd/player.ts'
import { createVisitor, type Visitor } from '../src/crowd/visitor.ts'
import { closeDatabase, type Db, openDatabase } from '../src/db/open.ts'
import { insertMember } from '../src/game/staff/member.ts'
import { issuePairingCode, pairingValidMs } from '../src/game/staff/pairing.ts'
import { dataFolderAt } from '../src/start/data-folder.ts'

export { solve } from '../src/crowd/player.ts'
export { createVisitor, type Visitor } from '../src/crowd/visitor.ts'

/** A real game in a folder of its own, with its own sidecar, on a free port. */
export interface TestGame {
  /** Where this process reaches it. */
  url: string
  pairingCode: string | null
  config: Config
  app: App
  join(nickname?: string): Promise<TestPlayer>
  /** A visitor who has not joined: cookies and origin by hand. */
  visitor(): Visitor
  /** Ends the game; the folder stays, for another one to start on. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export const testRules = { minGapMs: 0, burst: 1_000, captcha: 'off' } as const

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'dabble-test-'))
}

export async function startGame(
  options: AppOverrides & { folder?: string; environment?: Record<string, string> } = {},
): Promise<TestGame> {
  const { folder = await temporaryFolder(), environment, ...overrides } = options
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DABBLE_DATA: folder, LOG_LEVEL: 'silent', ...environment })
  const app = createApp(config, { firstRound: testRules, targetCandidates: 1, captchaDifficulty: 5, ...overrides })
  const { port, pairingCode } = await app.start()
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    pairingCode,
    config,
    app,
    visitor: () => createVisitor(url),
    join: nickname => joinGame(url, nickname),
    close: app.close,
    async [Symbol.asyncDispose]() {
      await app.close()
      if (!options.folder) await rm(folder, { recursive: true })
    },
  }
}

export type TestPlayer = CrowdPlayer

let players = 0

export const joinGame = (
  url: string,
  nickname = `player ${++players} ${Math.floor(performance.now())}`,
): Promise<TestPlayer> => joinAs(url, nickname)

/** A game of this or of another process. */
export type RunningGame = Pick<TestGame, 'config' | 'visitor'>

/** A visitor at a paired device, unlocked by somebody of the crew who has this PIN. */
export interface TestStaff extends Visitor {
  member: StaffMemberView
  pin: string
}

/** Every call makes somebody new; the first of a game is always an owner. */
export async function staffOf(game: RunningGame, role: StaffRole = 'owner'): Promise<TestStaff> {
  const visitor = game.visitor()
  const { crew } = visitor.client.staff
  const name = `${role} ${newEntryId()}`
  const pin = String(randomInt(100_000, 1_000_000))
  const { needsOwner } = await crew.pair.mutate({ code: pairingCodeOf(game) })
  const { member } = needsOwner
    ? await crew.setUp.mutate({ name, pin })
    : await crew.unlock.mutate({ memberId: await addMember(game, name, role, pin), pin })
  return { ...visitor, member: member as StaffMemberView, pin }
}

/** A fresh one-time pairing code, as the terminal gives it. */
export function pairingCodeOf(game: RunningGame): string {
  return withDatabase(game, db => issuePairingCode(db, Date.now(), pairingValidMs.invited).code)
}

async function addMember(game: RunningGame, name: string, role: StaffRole, pin: string): Promise<string> {
  const pinHash = await pins.hash(pin)
  return withDatabase(game, db => insertMember(db, { name, role, pinHash }, Date.now()).id)
}

/** Looks at a running game's database, or does to it what time would. */
export function withDatabase<T>({ config }: Pick<RunningGame, 'config'>, run: (db: Db) => T): T {
  const db = openDatabase(dataFolderAt(config.dataFolder).databaseFile)
  try {
    return run(db)
  } finally {
    closeDatabase(db)
  }
}

/** Frames of a live stream as they come; leaving the loop closes it. */
export async function* liveFrames(visitor: Visitor, channel: 'player' | 'kiosk'): AsyncGenerator<LiveFrame> {
  const abort = new AbortController()
  const response = await visitor.fetch(`/live/${channel}`, { signal: abort.signal })
  if (!response.body) throw new Error('a stream without a body')
  let text = ''
  try {
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk
      const parts = text.split('\n\n')
      text = parts.pop() as string
      for (const part of parts) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? []
        if (event && event !== 'alive') yield { event, data: JSON.parse(data as string) } as LiveFrame
      }
    }
  } finally {
    abort.abort()
  }
}
