import type { Messages } from '../en.ts'
import { draw, ranking } from './prizes/draw.ts'
import { give, quick } from './prizes/give.ts'
import { camera, handOver, refusal } from './prizes/hand-over.ts'
import { codes, edit, kindHint, list } from './prizes/list.ts'
import { log, undo } from './prizes/log.ts'

export const prizes: Messages['prizes'] = {
  kind: { participation: '참가', rank: '순위', spot: '현장', draw: '추첨' },
  rank: '{{rank}}위',
  ranks: '{{from}}~{{to}}위',
  leftOf_one: '{{count}}개 남음',
  leftOf_other: '{{count}}개 남음',
  gone: '남지 않음',
  wholeRound: '라운드 전체',
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
