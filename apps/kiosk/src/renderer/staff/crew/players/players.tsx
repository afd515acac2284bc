import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'wouter'
import { client, queryClient } from '../../server/client.ts'
import { keys } from '../../server/keys.ts'
import { usePlayers } from '../../server/queries.ts'
import { Field } from '../../shell/field.tsx'
import { Page } from '../../shell/page.tsx'
import { Empty, Loaded } from '../../shell/states.tsx'
import { PlayerRow } from './player-row.tsx'
import styles from './players.module.css'

/** Longer than the gap between two letters, shorter than anybody's patience. */
const settleMs = 180

/** Finds a player by whatever they can show or say. The text is in the address, so that going back finds it again. */
export function PlayersScreen() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const [, go] = useLocation()
  const sought = params.get('find') ?? ''
  const [text, setText] = useState(sought)
  const query = usePlayers(sought)
  useEffect(() => {
    if (text.trim() === sought) return
    const timer = setTimeout(() => setParams(text.trim() ? { find: text.trim() } : {}, { replace: true }), settleMs)
    return () => clearTimeout(timer)
  }, [text, sought, setParams])

  /** A scanner types an address and Enter: nobody wants to tap the only result. */
  async function openOnly() {
    const wanted = text.trim()
    if (!wanted) return
    const rows = await queryClient
      .fetchQuery({
        queryKey: keys.players(wanted),
        queryFn: () => client.staff.players.search.query({ text: wanted }),
      })
      .catch(() => [])
    if (rows.length === 1 && rows[0]) go(`/players/${rows[0].id}`)
  }

  return (
    <Page title={t('crew.players.title')}>
      <search>
        <form
          onSubmit={event => {
            event.preventDefault()
            void openOnly()
          }}
        >
          <Field
            type="search"
            label={t('crew.players.find')}
            hint={t('crew.players.findHint')}
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </form>
      </search>
      <Loaded query={query}>
        {rows => (
          <>
            <p className={styles.count} role="status">
              {sought ? rows.length > 0 && t('crew.players.found', { count: rows.length }) : t('crew.players.newest')}
            </p>
            {rows.length === 0 && sought && (
              <Empty title={t('crew.players.none', { text: sought })} text={t('crew.players.noneText')} />
            )}
            {rows.length === 0 && !sought && (
              <Empty title={t('crew.players.nobody')} text={t('crew.players.nobodyText')} />
            )}
            <ul className={styles.list}>
              {rows.map(player => (
                <li key={player.id}>
                  <PlayerRow player={player} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Page>
  )
}
