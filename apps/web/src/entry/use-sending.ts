import type { GameErrorShape, PlayerView, RoundView } from '@dabble/api'
import { useEffect } from 'react'
import { client, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import { useStored } from '../storage/stored.ts'
import { draft } from './draft.ts'
import { captchaRound, entryNotice, resending } from './notice.ts'
import { waitUntil } from './pace.ts'
import { changeRecord, type EntryRecord, entryRecord } from './record.ts'
import { type Outcome, pauseOrWake, sendUntilAnswered } from './send.ts'

/** Sends the stored entry as soon as it has its CAPTCHA solution; lives in the shell, so that leaving the screen stops nothing. */
export function useSending(me: PlayerView | null | undefined): void {
  const record = useStored(entryRecord)
  const id = record && !record.answered && record.captcha !== undefined ? record.id : null
  const mine = me && record?.playerId === me.id
  useEffect(() => {
    const sent = entryRecord.get()
    if (!id || !mine || sent?.id !== id) return
    const stop = new AbortController()
    const { roundId, prompt, captcha } = sent
    const options = {
      create: () => client.entry.create.mutate({ id, roundId, prompt, captcha }),
      pause: pauseOrWake,
      signal: stop.signal,
      onRetry: () => resending.set(true),
    }
    void sendUntilAnswered(options).then(outcome => {
      if (!outcome || stop.signal.aborted) return
      resending.set(false)
      settle(sent, outcome)
    })
    return () => {
      stop.abort()
      resending.set(false)
    }
  }, [id, mine])
}

function settle(sent: EntryRecord, outcome: Outcome): void {
  if (outcome.kind === 'refused') {
    refused(sent, outcome.error)
    return
  }
  const { entry } = outcome
  const round = queryClient.getQueryData<RoundView | null>(keys.round)
  captchaRound.set(captchaRound.get() + 1)
  entryNotice.set(null)
  waitUntil.set(Date.now() + (round?.pace.minGapMs ?? 0))
  queryClient.setQueryData(keys.entry(entry.id), { entry, progress: null })
  void queryClient.invalidateQueries({ queryKey: keys.mine })
  void queryClient.invalidateQueries({ queryKey: keys.board })
  changeRecord(sent.id, { answered: true })
}

/** So many solutions in a row may be refused before the player is told; replacing an expired one is no news. */
const quietRefusals = 2
let captchaRefusals = { id: '', count: 0 }

function refused(sent: EntryRecord, error: GameErrorShape): void {
  if (error.key.startsWith('captcha-')) {
    captchaRound.set(captchaRound.get() + 1)
    captchaRefusals = { id: sent.id, count: captchaRefusals.id === sent.id ? captchaRefusals.count + 1 : 1 }
    // The entry waits for another solution and goes out again by itself.
    if (captchaRefusals.count <= quietRefusals) {
      changeRecord(sent.id, { captcha: undefined })
      return
    }
  }
  if (error.key === 'too-fast') waitUntil.set(Date.now() + Number(error.values.seconds ?? 1) * 1_000)
  if (error.key === 'not-joined' || error.key === 'player-disqualified') void queryClient.invalidateQueries()
  if (error.key === 'round-not-open' || error.key === 'no-round') {
    void queryClient.invalidateQueries({ queryKey: keys.round })
  }
  entryNotice.set(error)
  // The words are never lost, even if they were sent from another tab.
  if (!draft.get()?.trim()) draft.set(sent.prompt)
  const { entryId } = error.values
  const shown = error.key === 'entry-unfinished' && typeof entryId === 'string' ? entryId : null
  changeRecord(sent.id, shown ? { id: shown, answered: true } : null)
}
