import type { PlayerView, RoundView } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { useEffect } from 'react'
import { type EntryState, isUnfinished } from '../server/keys.ts'
import { useEntry } from '../server/queries.ts'
import { useStored } from '../storage/stored.ts'
import { draft } from './draft.ts'
import { entryNotice } from './notice.ts'
import { changeRecord, type EntryRecord, entryRecord, newRecord } from './record.ts'

/** Where the player is: writing, waiting for an answer, watching the drawing, or looking at the result. */
export type Step =
  | { name: 'write' }
  | { name: 'sending'; record: EntryRecord }
  | { name: 'drawing'; record: EntryRecord; state: EntryState | null }
  | { name: 'result'; record: EntryRecord; state: EntryState }

export function useEntryFlow(me: PlayerView) {
  const stored = useStored(entryRecord)
  const record = stored?.playerId === me.id ? stored : null
  const entry = useEntry(record?.answered ? record.id : null)
  const lost = gameErrorOf(entry.error)?.key === 'entry-unknown'
  useEffect(() => {
    if (lost && record) changeRecord(record.id, null)
  }, [lost, record])

  return {
    step: stepOf(record, entry.data ?? null),
    /** Begins an entry; without a solution it waits for one. */
    send(round: RoundView, prompt: string, captcha: string | null | undefined) {
      entryNotice.set(null)
      entryRecord.set(newRecord(round.id, me.id, prompt, captcha))
    },
    /** Puts the result aside; its words stay in the field. */
    again() {
      if (record && !draft.get()?.trim()) draft.set(record.prompt)
      entryRecord.set(null)
    },
  }
}

function stepOf(record: EntryRecord | null, state: EntryState | null): Step {
  if (!record) return { name: 'write' }
  if (!record.answered) return { name: 'sending', record }
  if (!state || state.entry.id !== record.id || isUnfinished(state.entry)) return { name: 'drawing', record, state }
  return { name: 'result', record, state }
}
