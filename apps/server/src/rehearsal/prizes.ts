import type { Language, PrizeKind } from '@dabble/api'

/** One of every kind, and few enough of one that it runs out. */
export const rehearsalPrizes: { kind: PrizeKind; name: Record<Language, string>; stock: number }[] = [
  { kind: 'participation', name: { ko: '스티커 파우치', en: 'Sticker pouch' }, stock: 40 },
  { kind: 'rank', name: { ko: '오리 인형', en: 'Plush duck' }, stock: 3 },
  { kind: 'spot', name: { ko: '머그잔', en: 'Mug' }, stock: 2 },
  { kind: 'draw', name: { ko: '휴대용 스피커', en: 'Pocket speaker' }, stock: 1 },
]
