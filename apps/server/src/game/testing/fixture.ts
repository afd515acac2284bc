import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { onTestFinished } from 'vitest'
import { closeDatabase, type Db, openDatabase } from '../../db/open.ts'
import type { CaptchaVerdict } from '../captcha.ts'
import { createContest } from '../contest.ts'
import { createEntry, type NewEntry } from '../entry.ts'
import { joinPlayer } from '../join.ts'
import type { Player } from '../player.ts'
import { type DrawnPicture, finishPicture, type Lease, leasePictures } from '../queue.ts'
import { createRound, type NewRound, type Round } from '../round.ts'

/** A contest with one open round in a database of its own, which goes when the test ends. */
export interface Fixture {
  db: Db
  file: string
  round: Round
  /** What the clock says; tests set it. */
  now: number
  join(nickname?: string, deviceId?: string): Player
  /** An entry accepted now; any part may be given. */
  enter(player: Player, prompt: string, more?: Partial<NewEntry>): ReturnType<typeof createEntry>
  /** Leases and finishes the oldest picture, and returns its lease. */
  draw(similarity?: number, more?: Partial<DrawnPicture>): Lease
}

export const start = Date.UTC(2025, 9, 1, 9)

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dabble-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A file hash that says which picture it is of. */
export const hashOf = (id: number) => id.toString(16).padStart(64, '0')

/** What a new database looks like. Migrating one waits for the disk again and again: once is enough for all fixtures. */
const newDatabase: Buffer = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'dabble-'))
  const file = join(folder, 'new.sqlite')
  closeDatabase(openDatabase(file))
  try {
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
})()

export function createFixture(rules: Partial<NewRound> = {}): Fixture {
  const file = join(temporaryFolder(), 'dabble.sqlite')
  writeFileSync(file, newDatabase)
  const db = openDatabase(file)
  onTestFinished(() => closeDatabase(db))
  const contest = createContest(db, { name: 'Booth', languages: ['ko', 'en'], timeZone: 'Asia/Seoul' }, start)
  const fixture: Fixture = {
    db,
    file,
    round: createRound(db, { ...plainRound, contestId: contest.id, ...rules }, start),
    now: start,
    join: (nickname = nanoid(12), deviceId = nanoid()) =>
      joinPlayer(db, { contestId: contest.id, deviceId, nickname, language: 'ko' }, fixture.now).player,
    enter: (player, prompt, more) =>
      createEntry(db, { ...newEntry(fixture, player, prompt), ...more }, policy => policy === 'every'),
    draw(similarity = 0.5, more) {
      const [lease] = leasePictures(db, 1, fixture.now)
      if (!lease) throw new Error('Nothing to draw.')
      finishPicture(db, { ...drawn(lease, similarity), ...more }, fixture.now)
      return lease
    },
  }
  return fixture
}

export const newEntry = ({ round, now }: Pick<Fixture, 'round' | 'now'>, { id }: Player, prompt: string): NewEntry => ({
  id: nanoid(),
  roundId: round.id,
  playerId: id,
  prompt,
  promptKey: prompt.toLowerCase(),
  captcha: null,
  now,
})

export const solved = (id: string, expiresAt = start + 300_000): CaptchaVerdict => ({ ok: true, id, expiresAt })

export const drawn = ({ id, attempt }: Pick<Lease, 'id' | 'attempt'>, similarity = 0.5): DrawnPicture => ({
  id,
  attempt,
  hash: hashOf(id),
  width: 256,
  height: 256,
  embedding: Buffer.alloc(8),
  similarity,
})

export const plainRound: Omit<NewRound, 'contestId'> = {
  title: { en: 'Duck and swan', ko: '오리와 백조' },
  state: 'open',
  targetHash: 'f'.repeat(64),
  targetWidth: 256,
  targetHeight: 256,
  targetEmbedding: Buffer.alloc(8),
  noiseSeed: 7,
  bundleId: 'pocket',
  calibration: [
    [0, 0],
    [1, 100],
  ],
  captcha: 'off',
  minGapMs: 0,
  burst: 1_000_000,
  burstWindowMs: 60_000,
  screening: false,
}
