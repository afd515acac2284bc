import type { Messages } from '../../en.ts'

export const handOver: Messages['prizes']['handOver'] = {
  code: '수령 코드 또는 참가자 코드',
  codeHint: '스캔하거나 입력하고 Enter',
  look: '조회',
  ready: '준비됐어요. 당첨자 휴대폰의 코드를 스캔해 주세요.',
  handOver: '건네기',
  shared: '함께 쓰는 기기예요: 건네기',
  done: '{{nickname}} 님에게 {{prize}} 건넸어요.',
  doneWord: '건넸어요',
  undone: '되돌렸어요: {{prize}}',
  already: '이미 건넸어요',
  alreadyBy: '{{by}} 님이 {{time}}에 건넸어요. 또 건네지 마세요.',
  takenBack: '취소된 시상이에요',
  nothing: '건넬 것이 없어요',
  unknown: '모르는 코드예요',
  refused: '할 수 없어요',
  away: '서버가 응답하지 않아요',
  awayText: '지금은 건네거나 시상할 수 없어요. 서버가 돌아오면 바로 다시 쓸 수 있어요.',
  noAnswer: '응답이 오지 않았어요. 다시 해 주세요. 같은 경품이 두 번 나가지는 않아요.',
  recent: '최근에 건넨 경품',
  none: '아직 건넨 경품이 없어요.',
}

export const refusal: Messages['prizes']['refusal'] = {
  'no-prize': '참가 경품이 없어요.',
  'prize-gone': '참가 경품이 모두 나갔어요. 수량을 늘리거나 양해를 구해 주세요.',
  'already-awarded': '참가 경품을 이미 받았어요.',
  'device-awarded': '이 기기의 다른 참가자가 이미 받았어요. 함께 쓰는 기기인가요?',
  'not-eligible': '고스트이거나 실격되어 받을 수 없어요. 착오라면 참가자를 확인해 주세요.',
  'not-played': '아직 완성된 그림이 없어요. 한 장이면 돼요.',
}

export const camera: Messages['prizes']['camera'] = {
  start: '카메라로 스캔',
  stop: '카메라 닫기',
  picture: '카메라 화면',
  refused: '카메라를 쓸 수 없어요. 브라우저에서 허용하거나 코드를 입력해 주세요.',
}
