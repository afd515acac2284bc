import type { ContestView, Language } from '@dabble/api'
import { nanoid } from 'nanoid'
import type { Db, Queries } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import { contest } from '../db/schema.ts'
import { write } from '../db/write.ts'

export type Contest = typeof contest.$inferSelect

export interface NewContest {
  name: string
  languages: Language[]
  /** IANA name. */
  timeZone: string
}

export function createContest(db: Db, input: NewContest, now: number): Contest {
  return write(db, tx =>
    tx
      .insert(contest)
      .values({ id: nanoid(), ...input, createdAt: now })
      .returning()
      .get(),
  )
}

/** The contest this box runs, or null before the first start has created it. */
export function currentContest(db: Queries): Contest | null {
  return db.select().from(contest).limit(1).get() ?? null
}

/** Decimals of a score, where neighbours need no more. */
export function decimalsOf(db: Queries): number {
  return decimals(db).get()?.decimals ?? 2
}

export function contestView({ name, languages, timeZone }: Contest, joinUrl: string): ContestView {
  return { name, languages, timeZone, joinUrl }
}

const decimals = prepared(db => db.select({ decimals: contest.decimals }).from(contest).prepare())
