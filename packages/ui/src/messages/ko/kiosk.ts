import type { Messages } from '../en.ts'

export const kiosk: Messages['kiosk'] = {
  scan: 'QR 찍고 바로 도전',
  scanHint: '앱도 가입도 필요 없어요',
  target: '목표 그림',
  newest: '방금 그린 그림',
  players: '참가자',
  entries: '도전',
  pictures: '그림',
  perMinute: '분당 그림',
  queue: '기다리는 그림',
  asOf: '{{time}} 기준',
  asOfHint: '다시 연결하고 있어요. 점수는 안전해요.',
  connecting: '연결하고 있어요…',
  noRound: '다음 라운드가 곧 시작돼요',
  closed: '라운드가 끝났어요',
  entered: '새로 등장',
}
