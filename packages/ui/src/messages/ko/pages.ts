import type { Messages } from '../en.ts'

export const board: Messages['board'] = {
  title: '순위표',
  ranked_one: '참가자 {{count}}명',
  ranked_other: '참가자 {{count}}명',
  empty: '순위표가 아직 비어 있어요.',
  emptyText: '가장 먼저 점수를 받으면 바로 1위예요. 지금이 기회예요!',
  you: '나',
  ghost: '특별 참가',
  ghostHint: '순위 없이 함께해요',
  tied: '동점',
  rank: '{{rank}}위',
  unranked: '순위 없음',
  yourStanding: '내 순위',
  noStanding: '아직 순위가 없어요. 첫 프롬프트를 보내 보세요!',
}

export const pictures: Messages['pictures'] = {
  title: '내 그림',
  count_one: '도전 {{count}}번',
  count_other: '도전 {{count}}번',
  best: '최고',
  empty: '아직 그림이 없어요.',
  emptyText: '프롬프트를 보낼 때마다 그림이 여기에 쌓여요.',
  unfinished: '그리는 중',
  failed: '못 그렸어요',
  reuse: '이 말로 다시 써 보기',
  sentAt: '{{time}}에 보냈어요',
}

export const how: Messages['how'] = {
  title: '게임 방법',
  steps: {
    look: '보고',
    lookText: '모두에게 같은 목표 그림이 주어져요.',
    say: '말하고',
    sayText: '보이는 것을 200자 안으로 적어요. 한국어도 영어도, 섞어 써도 좋아요.',
    watch: '지켜보고',
    watchText: '이 부스에 있는 작은 이미지 모델이 내 말을 한 단계씩 그려 나가요.',
    climb: '올라가요',
    climbText: '다른 모델이 두 그림을 견줘 0점부터 100점까지 매겨요. 최고 점수만 남으니 마음껏 도전하세요.',
  },
  fairTitle: '모두에게 공평하게',
  fairNoise: '모두의 그림이 똑같은 노이즈에서 시작해요. 쉼표 하나로 운을 시험할 수는 없어요.',
  fairRepeat: '같은 말이면 누가 보내도 늘 같은 그림, 같은 점수예요.',
  fairCopy: '남의 프롬프트를 따라 하면 동점으로 보이지만, 상은 가장 먼저 찾은 사람의 몫이에요.',
  fairPace: '도전 사이에는 짧은 쉬는 시간이 있어요. 기계가 자리를 다 차지하지 못하게요.',
  fairSecret: '라운드가 공개되기 전에는 아무도 내 프롬프트를 볼 수 없어요.',
  model: '오늘의 모델: {{name}}, 그림 한 장에 {{steps}}단계',
}

export const privacy: Messages['privacy'] = {
  title: '개인정보',
  intro: '짧지만 이게 전부예요. 이 게임은 부스에 있는 컴퓨터 한 대에서 돌아가고, 밖으로 나가는 정보는 없어요.',
  storedTitle: '저장하는 것',
  stored: {
    nickname: '직접 적은 닉네임',
    prompts: '보낸 프롬프트와 그 그림, 점수, 받은 시각',
    cookies: '쿠키 두 개: 하나는 이 기기, 하나는 어느 참가자인지 알아보는 데 써요',
    local: '이 브라우저에만: 쓰던 프롬프트, 언어, 화면 모드, 복구 코드',
  },
  notTitle: '저장하지 않는 것',
  not: '이름, 이메일, 전화번호, 위치를 묻지 않아요. 광고도 추적도 외부 서비스도 없어요.',
  publicTitle: '다른 사람에게 보이는 것',
  public: '닉네임과 최고 점수, 그 그림이 보여요. 프롬프트는 라운드가 공개될 때까지 보이지 않아요.',
  leaveTitle: '그만두기',
  leave: '언제든 그만둘 수 있어요. 닉네임과 프롬프트는 지워지고, 나만 가진 그림은 몇 초 안에 사라져요.',
  leaveLink: '그만두고 지우기',
}

export const me: Messages['me'] = {
  title: '나',
  playerCode: '참가자 코드',
  playerCodeHint: '부스 스태프가 나를 찾을 때 보여 주세요.',
  nickname: '닉네임',
  rename: '저장',
  renamed: '저장했어요.',
  language: '언어',
  theme: '화면 모드',
  themes: { system: '휴대폰 설정대로', light: '밝게', dark: '어둡게' },
  recovery: '복구 코드',
  recoveryHint: '나만 알고 있어야 해요. 이 코드가 있으면 다른 휴대폰에서 나로 참가할 수 있어요.',
  recoveryUnknown: '이 휴대폰은 코드를 몰라요. 새로 만들어 주세요. 예전 코드는 못 쓰게 돼요.',
  newCode: '새 코드 만들기',
  copy: '복사',
  copied: '복사했어요.',
  leave: '그만두고 지우기',
  leaveText: '닉네임과 프롬프트, 순위가 모두 지워지고 되돌릴 수 없어요.',
  leaveAsk: '정말 그만둘까요?',
  leaveYes: '모두 지우기',
  left: '그만뒀어요. 닉네임과 프롬프트를 지웠어요.',
}
