import { z } from 'zod'
import { ownerProcedure, publicProcedure, router, staffProcedure } from '../../procedures.ts'
import { idSchema, pinSchema, staffNameSchema, staffRoleSchema } from '../../staff/crew.ts'
import { cleanText } from '../../text.ts'

/** Any string is a wrong PIN, never a malformed one: how a PIN looks is nobody's business. */
const guessedPin = z.string().max(64, 'pin-wrong')

export const crewRouter = router({
  status: publicProcedure.query(({ ctx }) => ctx.game.staff.crew.status(ctx.deviceId)),
  pair: publicProcedure
    .input(z.object({ code: z.string().max(64, 'pairing-code-unknown') }))
    .mutation(({ ctx, input }) => ctx.game.staff.crew.pair(input.code, ctx.deviceId)),
  setUp: publicProcedure
    .input(z.object({ name: staffNameSchema, pin: pinSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.crew.setUp(input, ctx.deviceId)),
  unlock: publicProcedure
    .input(z.object({ memberId: idSchema, pin: guessedPin }))
    .mutation(({ ctx, input }) => ctx.game.staff.crew.unlock(input, ctx.deviceId)),
  lock: publicProcedure.mutation(({ ctx }) => ctx.game.staff.crew.lock(ctx.deviceId)),
  /** Sent while somebody taps, at most every few seconds. */
  touch: staffProcedure.mutation(({ ctx }) => ctx.game.staff.crew.touch(ctx.actor)),
  changePin: staffProcedure
    .input(z.object({ oldPin: guessedPin, pin: pinSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.crew.changePin(input, ctx.actor)),
  members: staffProcedure.query(({ ctx }) => ctx.game.staff.crew.members()),
  add: ownerProcedure
    .input(z.object({ name: staffNameSchema, pin: pinSchema, role: staffRoleSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.crew.add(input, ctx.actor)),
  change: ownerProcedure
    .input(
      z.object({
        id: idSchema,
        name: staffNameSchema.optional(),
        pin: pinSchema.optional(),
        role: staffRoleSchema.optional(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.game.staff.crew.change(input, ctx.actor)),
  remove: ownerProcedure
    .input(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.crew.remove(input.id, ctx.actor)),
  devices: ownerProcedure.query(({ ctx }) => ctx.game.staff.crew.devices(ctx.actor)),
  nameDevice: ownerProcedure
    .input(z.object({ id: idSchema, name: z.string().max(40).transform(cleanText) }))
    .mutation(({ ctx, input }) => ctx.game.staff.crew.nameDevice(input, ctx.actor)),
  unpair: ownerProcedure
    .input(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.crew.unpair(input.id, ctx.actor)),
  invite: ownerProcedure.mutation(({ ctx }) => ctx.game.staff.crew.invite(ctx.actor)),
})
