import { useShared } from '@dabble/ui'
import i18next from 'i18next'
import { client, queryClient } from '../../server/client.ts'
import { keys } from '../../server/keys.ts'
import { toast } from '../../shell/toasts.ts'
import { createDecisionQueue, opposite } from './decision-queue.ts'

/** Outlives the screen: what was decided is sent, also when whoever decided is already on another one. */
const queue = createDecisionQueue({
  send: ({ hash, what }) =>
    client.staff.screening[what].mutate({
      hash,
      reason: i18next.t(what === 'show' ? 'crew.screening.reasonShow' : 'crew.screening.reasonHide'),
    }),
  refresh: () => queryClient.invalidateQueries({ queryKey: keys.screening }),
  onFailed: () => toast({ kind: 'error', text: i18next.t('crew.screening.failed') }),
})

/** Showing and hiding at the speed of a keyboard. */
export function useDecisions() {
  const decided = useShared(queue.decided)
  const last = useShared(queue.last)
  return {
    decided,
    last,
    decide: queue.decide,
    undo: () => last && queue.decide(opposite(last)),
  }
}
