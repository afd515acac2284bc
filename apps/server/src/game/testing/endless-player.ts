import { writeSync } from 'node:fs'
import { openDatabase } from '../../db/open.ts'
import { createEntry } from '../entry.ts'
import { joinPlayer } from '../join.ts'
import { leasePictures } from '../queue.ts'
import { currentRound } from '../round.ts'

/** Sends entries until it is killed, and says the id of each only after it was accepted. */
const db = openDatabase(process.argv[2] as string)
const round = currentRound(db)
for (let i = 0; round; i += 1) {
  const name = `${process.pid} ${i}`
  const joined = joinPlayer(db, { contestId: round.contestId, deviceId: name, nickname: name, language: 'en' }, i)
  const input = {
    id: name,
    roundId: round.id,
    playerId: joined.player.id,
    prompt: name,
    promptKey: name,
    captcha: null,
  }
  createEntry(db, { ...input, now: i }, () => false)
  writeSync(1, `${name}\n`)
  if (i % 3 === 0) leasePictures(db, 1, i)
}
