import type { Announcement, BoardRow, KioskState, PictureRef, RoundState } from '@dabble/api'

export const picture = (name: string): PictureRef => ({ hash: name, url: `/pictures/${name}`, width: 1, height: 1 })

export const row = (playerCode: string, score: number, more: Partial<BoardRow> = {}): BoardRow => ({
  rank: 1,
  tied: false,
  ghost: false,
  playerCode,
  nickname: `player ${playerCode}`,
  score,
  scoreShown: score.toFixed(2),
  picture: picture(`best-of-${playerCode}`),
  ...more,
})

/** A state with these rows, ranked in their order; an open round unless told otherwise. */
export function kioskState(rows: BoardRow[], roundState: RoundState | null = 'open'): KioskState {
  let rank = 0
  const ranked = rows.map(row => ({ ...row, rank: row.ghost ? null : ++rank }))
  return {
    at: Date.now(),
    contest: {
      name: 'Test contest',
      languages: ['en', 'ko'],
      timeZone: 'Asia/Seoul',
      joinUrl: 'https://duck.example/',
    },
    round: roundState && {
      id: 'r1',
      title: { en: 'The duck and the swan', ko: '오리와 백조' },
      state: roundState,
      target: picture('target'),
      window: null,
      captcha: 'cadence',
      pace: { minGapMs: 3_000, burst: 10, burstWindowMs: 60_000 },
      model: { name: 'pocket', steps: 8, languages: ['en', 'ko'] },
    },
    board: roundState && { roundId: 'r1', sequence: rows.length, rows: ranked, ranked: rank },
    newest: rows.slice(0, 3).map((row, i) => ({
      picture: picture(`newest-of-${row.playerCode}`),
      nickname: row.nickname,
      playerCode: row.playerCode,
      scoreShown: row.scoreShown,
      at: Date.now() - i,
    })),
    counters: { players: rows.length, entries: 30, pictures: 20, repeats: 10, queue: 1, picturesPerMinute: 12 },
    announcements: [],
    screen: { languages: ['en', 'ko'], blank: false, frozenAt: null },
  }
}

/** Something that has just been given away. */
export const announcement = (id: string, more: Partial<Announcement> = {}): Announcement => ({
  id,
  kind: 'spot',
  nickname: `winner ${id}`,
  playerCode: id,
  prizeName: { en: `prize ${id}`, ko: `상 ${id}` },
  prizePicture: picture(`prize-${id}`),
  picture: picture(`won-with-${id}`),
  reason: 'the happiest swan',
  at: Date.now(),
  ...more,
})
