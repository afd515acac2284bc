import type { Messages } from '../../en.ts'

export const give: Messages['prizes']['give'] = {
  lead: '현장에서 바로 주는 경품이에요. 먼저 누구에게 줄지 찾아 주세요.',
  find: '참가자 찾기',
  findHint: '닉네임이나 참가자 코드, 또는 휴대폰의 QR 코드를 스캔하세요.',
  nobody: '찾는 사람이 없어요',
  nobodyText: '다르게 적어 보거나 휴대폰에 나온 참가자 코드를 물어보세요.',
  rankAndScore: '{{rank}}위 · {{score}}',
  noScore: '아직 점수가 없어요',
  disqualified: '실격',
  other: '다른 참가자',
  prize: '경품',
  choosePrize: '먼저 경품을 골라 주세요.',
  noPrizes: '여기서 줄 경품이 없어요',
  noPrizesText: '현장 경품이나 참가 경품을 추가해 주세요.',
  picture: '어떤 그림인가요? (고르지 않아도 돼요)',
  reason: '이유',
  reasonHint: '당첨자가 읽고 큰 화면에도 나와요.',
  reasonMissing: '이유를 짧게 적거나 하나를 눌러 주세요.',
  announce: '큰 화면에 알리기',
  announceHint: '닉네임과 그림, 이유가 30초 동안 나와요.',
  willAnnounce: '큰 화면에 바로 나와요',
  next: '확인하고 주기',
  confirmTitle: '{{nickname}} 님에게 줄까요?',
  give: '주기',
  given: '시상했어요',
  onPhone: '당첨자 휴대폰에 수령 코드 {{code}} 나와요.',
  another: '하나 더 주기',
}

export const quick: Messages['prizes']['quick'] = {
  funniest: '가장 재미있는 그림',
  boldest: '가장 과감한 프롬프트',
  loveliest: '가장 사랑스러운 그림',
  comeback: '멋진 역전',
}
