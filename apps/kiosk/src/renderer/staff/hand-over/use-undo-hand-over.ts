import type { AwardView } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { useTranslation } from 'react-i18next'
import { useNameOf } from '../prizes/use-name-of.ts'
import { client } from '../server/client.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { toast } from '../shell/toasts.ts'

interface Undoing {
  award: AwardView
  reason: string
  then: () => void
}

/** For ten seconds after a hand-over, a bar that takes it back; whatever it began goes with it. */
export function useUndoHandOver() {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const undo = useStaffMutation({
    send: ({ award, reason }: Undoing) => takeBack(award, reason),
    onDone(_, { award, then }) {
      toast({ kind: 'note', text: t('prizes.handOver.undone', { prize: nameOf(award.prizeName) }) })
      then()
    },
  })
  return {
    offer(award: AwardView, then: () => void) {
      const reason = t('prizes.undo.atOnce')
      toast({
        kind: 'good',
        text: t('prizes.handOver.done', { prize: nameOf(award.prizeName), nickname: award.player.nickname }),
        action: { label: t('prizes.undo.undo'), run: () => undo.run({ award, reason, then }) },
      })
    },
  }
}

/** A participation prize was given by handing it over: both are taken back. */
async function takeBack({ id, kind }: AwardView, reason: string): Promise<void> {
  try {
    await client.staff.awards.unclaim.mutate({ id, reason })
  } catch (error) {
    // Taken back by the attempt whose answer got lost.
    if (gameErrorOf(error)?.key !== 'award-not-claimed') throw error
  }
  if (kind === 'participation') await client.staff.awards.undo.mutate({ id, reason })
}
