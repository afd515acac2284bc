import type { StaffAwards } from '@dabble/api'
import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { award } from '../../db/schema.ts'
import type { GameDeps } from '../game.ts'
import { type Award, awardRows } from './award-rows.ts'
import { awardView, awardViewOf } from './award-view.ts'
import { claimAward, handOver, unclaimAward } from './claim.ts'
import { drawAward, drawPool, redrawAward } from './draw.ts'
import { giveAward, undoAward } from './give.ts'
import { rankProposals } from './rank-prizes.ts'
import { scan } from './scan.ts'
import { sendCode } from './send-code.ts'

/** Who is given what, and who gets it into their hands. */
export function awardsGame(db: Db, { events, now }: GameDeps): StaffAwards {
  const changed = (id: string) => {
    const view = awardViewOf(db, id)
    events.emit('award', view.player.id)
    return view
  }
  const made = ({ id }: Award) => changed(id)
  return {
    list: ({ prizeId, waiting }) =>
      awardRows(
        db,
        and(
          prizeId === undefined ? undefined : eq(award.prizeId, prizeId),
          waiting ? and(isNull(award.undoneAt), isNull(award.claimedAt)) : undefined,
        ),
      ).map(awardView),
    give: (input, by) => made(giveAward(db, input, by.id, now())),
    undo(input, by) {
      undoAward(db, input, by.id, now())
      return changed(input.id)
    },
    scan: text => scan(db, text),
    claim: ({ claimCode, nonce }, by) => made(claimAward(db, claimCode, { nonce, author: by.id, now: now() })),
    handOver: ({ nonce, ...input }, by) => made(handOver(db, input, { nonce, author: by.id, now: now() })),
    unclaim(input, by) {
      unclaimAward(db, input, by.id, now())
      return changed(input.id)
    },
    sendCode: ({ id, nonce }, by) => made(sendCode(db, id, { nonce, author: by.id, now: now() })),
    pool: input => drawPool(db, input),
    draw: ({ prizeId, ...input }, by) => made(drawAward(db, prizeId, { ...input, author: by.id, now: now() })),
    redraw({ awardId, ...input }, by) {
      const drawn = redrawAward(db, awardId, { ...input, author: by.id, now: now() })
      changed(awardId)
      return made(drawn)
    },
    ranks: roundId => rankProposals(db, roundId),
  }
}
