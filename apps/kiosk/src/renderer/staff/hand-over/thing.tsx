import type { PictureRef } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { GiveIcon } from '../shell/icons.tsx'
import styles from './thing.module.css'

/** A prize by its picture and name: what to reach for. */
export function Thing({ name, picture }: { name: string; picture: PictureRef | null }) {
  return (
    <div className={styles.thing}>
      <Picture className={styles.picture} picture={picture} alt="" instead={<GiveIcon />} thumbnail eager />
      <strong>{name}</strong>
    </div>
  )
}

/** Somebody by nickname and player code. */
export function Person({ nickname, playerCode }: { nickname: string; playerCode: string }) {
  return (
    <p className={styles.person}>
      <bdi>{nickname}</bdi> <code>{playerCode}</code>
    </p>
  )
}
