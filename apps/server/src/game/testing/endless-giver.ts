import { writeSync } from 'node:fs'
import { openDatabase } from '../../db/open.ts'
import { prize } from '../../db/schema.ts'
import { handOver } from '../staff/claim.ts'

/** Hands a pouch to one player after the other until it is killed, and says whom it gave one only after it did. */
const [file, ...players] = process.argv.slice(2)
const db = openDatabase(file as string)
const pouch = db.select().from(prize).get()
if (!pouch) throw new Error('no prize')
for (const playerId of players) {
  // Whoever lost an answer asks again with the same nonce.
  const claim = { nonce: playerId, author: 'staff', now: 1 }
  handOver(db, { playerId, prizeId: pouch.id, sharedDevice: false }, claim)
  writeSync(1, `${playerId}\n`)
}
