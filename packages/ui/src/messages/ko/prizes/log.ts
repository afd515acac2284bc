import type { Messages } from '../../en.ts'

export const log: Messages['prizes']['log'] = {
  prize: '경품',
  allPrizes: '모든 경품',
  show: '보기',
  all: '전체',
  waiting: '대기 중',
  none: '아직 시상이 없어요',
  noneWaiting: '건넬 경품이 없어요',
  noneText: '누가 언제 무엇을 줬는지 모두 여기에 남아요.',
  by: '{{by}}, {{time}}',
  contact: '연락처:',
  waits: '수령 대기',
  handedOver: '건넸어요',
  codeSent: '코드로 보냈어요',
  undone: '취소',
  absent: '자리에 없었어요',
  more_one: '{{count}}개 더 보기',
  more_other: '{{count}}개 더 보기',
}

export const undo: Messages['prizes']['undo'] = {
  undo: '되돌리기',
  undoOf: '{{nickname}} 님에게 건넨 것 되돌리기',
  title: '이 시상을 취소할까요?',
  text: '경품 수량이 되돌아오고 당첨자 휴대폰에서 사라져요.',
  takeBack: '시상 취소',
  unclaimTitle: '건넨 것을 되돌릴까요?',
  unclaimText: '시상은 그대로이고 다시 건네기를 기다려요.',
  unclaim: '건넨 것 되돌리기',
  unclaimed: '{{prize}}: 다시 건네기를 기다려요.',
  undone: '{{prize}}: 시상을 취소했어요.',
  atOnce: '바로 되돌림',
  wrongPerson: '다른 사람에게 줬어요',
  wrongThing: '다른 경품을 줬어요',
  notTaken: '건네지 않았어요',
  changedMind: '당첨자가 원하지 않아요',
}
