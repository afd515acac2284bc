import type { PlayerRow } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asTyped } from '../hand-over/hangul-keys.ts'
import { usePlayers } from '../server/queries.ts'
import { Field } from '../shell/field.tsx'
import { Empty, Loaded } from '../shell/states.tsx'
import styles from './find-player.module.css'
import { useDebounced } from './use-debounced.ts'

const addressOfPlayer = /\/staff\/player\//i

/** A nickname stays as it is; an address that a scanner typed in Hangul mode becomes one again. */
const searchText = (text: string): string => (addressOfPlayer.test(asTyped(text)) ? asTyped(text) : text.trim())

/** Somebody by nickname, player code or their QR code. Enter takes the first. */
export function FindPlayer({ onFound }: { onFound: (id: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(useDebounced(searchText(text), 200))
  const found = usePlayers(wanted)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [first] = found.data ?? []
    if (first && wanted && wanted === searchText(text) && !found.isPlaceholderData) onFound(first.id)
  }
  return (
    <>
      <form onSubmit={submit}>
        <Field
          type="search"
          label={t('prizes.give.find')}
          hint={t('prizes.give.findHint')}
          value={text}
          maxLength={500}
          autoFocus
          onChange={event => setText(event.target.value)}
        />
      </form>
      <Loaded query={found}>
        {players =>
          players.length === 0 ? (
            <Empty title={t('prizes.give.nobody')} text={t('prizes.give.nobodyText')} />
          ) : (
            <ul className={styles.list}>
              {players.map(player => (
                <Row key={player.id} player={player} onFound={onFound} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

function Row({ player, onFound }: { player: PlayerRow; onFound: (id: string) => void }) {
  const { t } = useTranslation()
  const { id, nickname, playerCode, rank, scoreShown, ghost, disqualified, picture } = player
  const state = disqualified
    ? t('prizes.give.disqualified')
    : ghost
      ? t('board.ghost')
      : rank
        ? t('prizes.give.rankAndScore', { rank, score: scoreShown ?? '' })
        : t('prizes.give.noScore')
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => onFound(id)}>
        <Picture className={styles.picture} picture={picture} alt="" thumbnail />
        <span className={styles.who}>
          <bdi>{nickname}</bdi>
          <span>{state}</span>
        </span>
        <span className={styles.code}>{playerCode}</span>
      </button>
    </li>
  )
}
