import type { WebContents } from 'electron'
import { aliveChannel, aliveEveryMs } from '../../preload/channels.ts'
import { createBackoff } from './backoff.ts'

/** Silence after which a page counts as stuck: many missed beats, as a busy booth machine stutters. */
export const stuckAfterMs = 8 * aliveEveryMs

type Watched = Pick<WebContents, 'on' | 'forcefullyCrashRenderer' | 'isDestroyed'> & {
  ipc: Pick<WebContents['ipc'], 'on'>
}

/**
 * Brings a page back that crashed or got stuck. Chromium notices a stuck page only when somebody clicks on it, which nobody does
 * on a big screen; so pages tell that they are alive, and silence is taken for a crash.
 */
export function watchRenderer(contents: Watched, reload: () => void, log: (line: string) => void): void {
  const backoff = createBackoff()
  let silence: NodeJS.Timeout | undefined
  let coming: NodeJS.Timeout | undefined

  const stop = () => {
    clearTimeout(silence)
    clearTimeout(coming)
  }
  const giveUp = (why: string) => {
    log(`page ${why}: ended, to be loaded again`)
    // Its end is reported as a crash, which is what brings it back.
    contents.forcefullyCrashRenderer()
  }

  contents.ipc.on(aliveChannel, () => {
    clearTimeout(silence)
    silence = setTimeout(() => giveUp('is silent'), stuckAfterMs)
  })
  contents.on('render-process-gone', (_, { reason }) => {
    stop()
    if (reason === 'clean-exit') return
    const wait = backoff.next()
    log(`page is gone (${reason}), loading again in ${wait} ms`)
    coming = setTimeout(() => {
      if (!contents.isDestroyed()) reload()
    }, wait)
  })
  contents.on('unresponsive', () => giveUp('does not respond'))
  contents.on('destroyed', stop)
}
