/** Where the query cache keeps what. Everything below `staff` is asked for again after anything was done. */
export const keys = {
  status: ['status'] as const,
  kiosk: ['kiosk'] as const,
  staff: ['staff'] as const,
  members: ['staff', 'members'] as const,
  devices: ['staff', 'devices'] as const,
  prizes: ['staff', 'prizes'] as const,
  awards: (filter: { prizeId?: string; waiting?: boolean } = {}) => ['staff', 'awards', filter] as const,
  pool: (prizeId: string, windowId: string | null) => ['staff', 'pool', prizeId, windowId] as const,
  ranks: (roundId: string) => ['staff', 'ranks', roundId] as const,
  players: (text: string) => ['staff', 'players', text] as const,
  player: (id: string) => ['staff', 'player', id] as const,
  screening: ['staff', 'screening'] as const,
  rounds: ['staff', 'rounds'] as const,
  settings: ['staff', 'settings'] as const,
  health: ['staff', 'health'] as const,
  log: ['staff', 'log'] as const,
}
