import { type EntryView, newEntryId } from '@dabble/api'
import { stored } from '../storage/stored.ts'

/**
 * The entry this phone is busy with, from before it is sent until its result has been put aside. Stored before anything
 * is sent, and sent again under the same id until the server has answered: no reload, sleep or lost answer makes a second
 * entry of it.
 */
export interface EntryRecord {
  id: string
  roundId: string
  playerId: string
  prompt: string
  /** The CAPTCHA solution to send; null when none is needed, undefined while it is being made. */
  captcha?: string | null
  /** The server knows this entry. */
  answered: boolean
}

export const isRecord = (value: unknown): value is EntryRecord => {
  const record = value as EntryRecord | null
  return (
    typeof record === 'object' &&
    record !== null &&
    [record.id, record.roundId, record.playerId, record.prompt].every(text => typeof text === 'string') &&
    typeof record.answered === 'boolean'
  )
}

export const entryRecord = stored('entry', isRecord)

export function newRecord(roundId: string, playerId: string, prompt: string, captcha?: string | null): EntryRecord {
  return { id: newEntryId(), roundId, playerId, prompt, captcha, answered: false }
}

/** Changes the record if it is still about this entry: another tab may have moved on. */
export function changeRecord(id: string, change: Partial<EntryRecord> | null): void {
  const record = entryRecord.get()
  if (record?.id === id) entryRecord.set(change && { ...record, ...change })
}

/** An unfinished entry that the server knows and this tab does not, as after a reload without storage, is shown. */
export function adopt({ id, roundId, prompt }: EntryView, playerId: string): void {
  const record = entryRecord.get()
  if (record?.id === id || (record && !record.answered && record.playerId === playerId)) return
  entryRecord.set({ id, roundId, playerId, prompt, captcha: null, answered: true })
}
