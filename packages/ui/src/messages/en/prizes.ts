import { draw, ranking } from './prizes/draw.ts'
import { give, quick } from './prizes/give.ts'
import { camera, handOver, refusal } from './prizes/hand-over.ts'
import { codes, edit, kindHint, list } from './prizes/list.ts'
import { log, undo } from './prizes/log.ts'

export const prizes = {
  kind: { participation: 'For taking part', rank: 'For a rank', spot: 'On the spot', draw: 'By draw' },
  rank: 'Rank {{rank}}',
  ranks: 'ranks {{from}} to {{to}}',
  leftOf_one: '{{count}} left',
  leftOf_other: '{{count}} left',
  gone: 'none left',
  wholeRound: 'Whole round',
  handOver,
  refusal,
  camera,
  list,
  kindHint,
  edit,
  codes,
  give,
  quick,
  log,
  undo,
  draw,
  ranking,
}
