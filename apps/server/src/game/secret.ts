import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '../db/open.ts'
import { secret } from '../db/schema.ts'
import { write } from '../db/write.ts'

/** A key of 32 random bytes that is made when first asked for and stays with the data folder. */
export function getSecret(db: Db, name: 'cookies' | 'captcha' | 'health'): Buffer {
  return write(db, tx => {
    tx.insert(secret)
      .values({ name, value: randomBytes(32) })
      .onConflictDoNothing()
      .run()
    const row = tx.select().from(secret).where(eq(secret.name, name)).get()
    if (!row) throw new Error(`No secret ${name}.`)
    return row.value
  })
}
