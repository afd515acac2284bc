import type { Language, PlayerView } from '@dabble/api'
import { changeLanguage } from '@dabble/ui'
import { useEffect } from 'react'
import { client, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'

/** The player's language on every device; before joining only this device's. Switches at once and tells the server later. */
export function useLanguage(me: PlayerView | null): (language: Language) => void {
  const language = me?.language
  useEffect(() => {
    if (language) changeLanguage(language)
  }, [language])
  return chosen => {
    changeLanguage(chosen)
    if (!me) return
    queryClient.setQueryData(keys.me, { ...me, language: chosen })
    // It holds on this phone even if the server is away.
    client.player.setLanguage.mutate({ language: chosen }).catch(() => {})
  }
}
