import { newNonce, type RankProposal } from '@dabble/api'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../server/client.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button } from '../shell/button.tsx'
import { ConfirmDialog } from '../shell/confirm-dialog.tsx'
import { Notice } from '../shell/notice.tsx'
import { toast } from '../shell/toasts.ts'
import { nonceKeeper } from './nonce-keeper.ts'

/** Every rank prize that is not given yet, with one confirmation. */
export function GiveAll({ proposals }: { proposals: RankProposal[] }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const nonces = useRef(nonceKeeper(newNonce))
  const open = proposals.filter(({ award, prize }) => !award && !prize.removed)
  const give = useStaffMutation({
    send: async (all: RankProposal[]) => {
      // One after the other: where one is refused, what went before stands and the rest is still there to be given.
      for (const { prize, rank, player } of all) {
        await client.staff.awards.give.mutate({
          nonce: nonces.current(`${prize.id} ${rank} ${player.id}`),
          prizeId: prize.id,
          playerId: player.id,
          reason: t('prizes.rank', { rank }),
          rank,
        })
      }
      return all.length
    },
    onDone(count) {
      setAsking(false)
      toast({ kind: 'good', text: t('prizes.ranking.done', { count }) })
    },
    ownErrors: true,
  })
  if (open.length === 0) return <Notice kind="good">{t('prizes.ranking.allGiven')}</Notice>
  return (
    <>
      <Button look="big" onClick={() => setAsking(true)}>
        {t('prizes.ranking.giveAll', { count: open.length })}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('prizes.ranking.confirmTitle', { count: open.length })}
        confirm={t('prizes.give.give')}
        busy={give.busy}
        error={give.errorText}
        onConfirm={() => give.run(open)}
        onClose={() => {
          setAsking(false)
          give.reset()
        }}
      >
        <p>{t('prizes.ranking.confirmText')}</p>
      </ConfirmDialog>
    </>
  )
}
