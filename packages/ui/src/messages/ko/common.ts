import type { Messages } from '../en.ts'

export const common: Messages['common'] = {
  loading: '불러오는 중…',
  retry: '다시 해 보기',
  cancel: '취소',
  skip: '본문으로 건너뛰기',
  loadFailed: '불러오지 못했어요.',
  offline: '연결이 끊겼어요. 프롬프트는 그대로 두고 알아서 다시 연결할게요.',
  unreachable: '게임이 응답하지 않아요. 프롬프트는 그대로 두고 계속 연결해 볼게요.',
  backOnline: '다시 연결됐어요.',
  notFound: '이 주소에는 아무것도 없어요.',
  toGame: '게임으로 가기',
}

export const nav: Messages['nav'] = {
  label: '페이지',
  play: '도전',
  board: '순위표',
  pictures: '내 그림',
  me: '나',
  how: '게임 방법',
  privacy: '개인정보',
}

export const picture: Messages['picture'] = {
  target: '목표 그림: 이 그림과 비슷해야 해요',
  of: '이 말로 그린 그림: {{prompt}}',
  failed: '그림을 불러오지 못했어요.',
  hidden: '가려진 그림이에요.',
  held: '아직 공개 전이에요',
  none: '그림 없음',
  retry: '다시 불러오기',
}

export const captcha: Messages['captcha'] = {
  label: '로봇이 아니에요',
  idle: '글을 쓰는 동안 저절로 확인해요',
  solving: '확인하고 있어요…',
  solved: '확인했어요',
  unneeded: '이번에는 필요 없어요',
  expired: '다시 확인하고 있어요…',
  error: '확인하지 못했어요.',
  retry: '다시 확인하기',
}

export const inApp: Messages['inApp'] = {
  text: '지금 {{app}} 안이에요. 쓰던 브라우저로 열면 그림 저장이 더 쉬워요.',
  open: '브라우저로 열기',
  copy: '주소 복사',
  copied: '복사했어요. 브라우저 주소창에 붙여 넣어 주세요.',
  copyByHand: '이 주소를 브라우저에 입력해 주세요:',
  dismiss: '여기서 계속하기',
  other: '다른 앱',
}

export const time: Messages['time'] = {
  seconds: '{{n}}초',
  minutes: '{{n}}분',
  closesIn: '마감까지 {{left}}',
  opensIn: '시작까지 {{left}}',
  days: '{{days}}일 {{hours}}시간',
}
