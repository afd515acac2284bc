import type { PlayerDetail } from '@dabble/api'
import { EraseAction } from './erase-action.tsx'
import { FlagAction } from './flag-action.tsx'
import styles from './player-actions.module.css'
import { RebindAction } from './rebind-action.tsx'
import { RenameAction } from './rename-action.tsx'

/** Everything that can be done to a player, what is wanted most at the top. */
export function PlayerActions({ player }: { player: PlayerDetail }) {
  return (
    <div className={styles.actions}>
      <RebindAction player={player} />
      <RenameAction player={player} />
      <FlagAction player={player} flag="mute" on={player.muted} />
      <FlagAction player={player} flag="setGhost" on={player.ghost} />
      <FlagAction player={player} flag="disqualify" on={player.disqualified} />
      <EraseAction player={player} />
    </div>
  )
}
