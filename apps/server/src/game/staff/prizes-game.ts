import type { StaffPrizes } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'
import { addPrizeCodes, changePrize, createPrize, removePrize } from './prize.ts'
import { prizeViewOf, prizeViews } from './prize-view.ts'
import { requireStillOwner } from './session.ts'

/** What there is to win. */
export function prizesGame(db: Db, { now, pictures }: GameDeps): StaffPrizes {
  return {
    list: () => prizeViews(db),
    async create({ picture, ...input }, by) {
      const asked = now()
      const kept = picture ? await pictures.save(picture) : null
      requireStillOwner(db, by, asked)
      return prizeViewOf(db, createPrize(db, { ...input, picture: kept }, by.id, now()))
    },
    async change({ picture, ...input }, by) {
      const asked = now()
      const kept = picture == null ? picture : await pictures.save(picture)
      requireStillOwner(db, by, asked)
      changePrize(db, { ...input, picture: kept }, by.id, now())
      return prizeViewOf(db, input.id)
    },
    remove(input, by) {
      removePrize(db, input, by.id, now())
      return prizeViewOf(db, input.id)
    },
    addCodes(input, by) {
      addPrizeCodes(db, input, by.id, now())
      return prizeViewOf(db, input.prizeId)
    },
  }
}
