import type { ServerResponse } from 'node:http'

/** One open stream. Frames of the same kind replace each other while the client is slow: it skips to the newest. */
export interface Subscriber {
  readonly deviceId: string
  readonly playerId: string | null
  send(kind: string, frame: Buffer): void
  /** Takes back a frame that has not been written yet. */
  drop(kind: string): void
  /** Ends the stream; the client will come again. */
  end(): void
}

const giveUpMs = 60_000

export function createSubscriber(
  response: ServerResponse,
  who: { deviceId: string; playerId: string | null },
): Subscriber {
  const waiting = new Map<string, Buffer>()
  let blockedSince: number | null = null

  function write(frame: Buffer) {
    if (!response.write(frame)) blockedSince ??= performance.now()
  }

  response.on('drain', () => {
    blockedSince = null
    for (const [kind, frame] of waiting) {
      if (blockedSince !== null) return
      waiting.delete(kind)
      write(frame)
    }
  })

  return {
    ...who,
    send(kind, frame) {
      if (blockedSince === null) return write(frame)
      waiting.set(kind, frame)
      // Nobody has read a byte for a minute: the phone is gone and the network has not noticed.
      if (performance.now() - blockedSince > giveUpMs) response.destroy()
    },
    drop: kind => waiting.delete(kind),
    end: () => response.end(),
  }
}
