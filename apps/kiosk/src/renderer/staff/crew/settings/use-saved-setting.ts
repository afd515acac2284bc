import { useState } from 'react'
import { client, queryClient } from '../../server/client.ts'
import { keys } from '../../server/keys.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'

export type SettingsChange = Parameters<typeof client.staff.changeSettings.mutate>[0]

export interface SavedSetting<T> {
  state: 'none' | 'saved' | 'undone'
  busy: boolean
  errorText: string | null
  save: (value: T) => void
  undo: () => void
}

/** Saves one setting at once, and remembers what it was, so that a slip can be taken back. */
export function useSavedSetting<T>(current: T, changeOf: (value: T) => SettingsChange): SavedSetting<T> {
  const [before, setBefore] = useState<T>(current)
  const [state, setState] = useState<SavedSetting<T>['state']>('none')
  const change = useStaffMutation({
    send: ({ value }: { value: T; state: 'saved' | 'undone' }) => client.staff.changeSettings.mutate(changeOf(value)),
    ownErrors: true,
    onDone(settings, input) {
      // What holds is in the answer: "saved" must not stand beside what held before, until it has been asked for again.
      queryClient.setQueryData(keys.settings, settings)
      setState(input.state)
    },
  })
  return {
    state: change.error || change.busy ? 'none' : state,
    busy: change.busy,
    errorText: change.errorText,
    save(value) {
      setBefore(current)
      change.run({ value, state: 'saved' })
    },
    undo: () => change.run({ value: before, state: 'undone' }),
  }
}
