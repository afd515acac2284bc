import type { Messages } from '../../en.ts'

export const list: Messages['prizes']['list'] = {
  add: '경품 추가',
  ownerOnly: '경품은 책임자만 추가하거나 바꿀 수 있어요.',
  none: '아직 경품이 없어요',
  noneText: '어떤 경품이 있는지 추가해 주세요. 참가 경품부터 시작하면 좋아요.',
  removed_one: '목록에서 뺀 경품 {{count}}개',
  removed_other: '목록에서 뺀 경품 {{count}}개',
  left: '남음',
  stock: '수량',
  given: '시상',
  claimed: '건넴',
  codes: '디지털 코드',
  edit: '바꾸기',
  editOf: '{{name}} 바꾸기',
  remove: '목록에서 빼기',
  putBack: '다시 넣기',
  removeDone: '{{name}}: 목록에서 뺐어요.',
  putBackDone: '{{name}}: 다시 넣었어요.',
}

export const kindHint: Messages['prizes']['kindHint'] = {
  participation: '그림을 완성한 사람 모두에게 한 번씩 줘요.',
  rank: '라운드나 시간대의 순위에 주는 경품이에요. 결과가 확정되면 줄 수 있어요.',
  spot: '마음에 드는 그림에 운영진이 바로 주고 큰 화면에 알려요.',
  draw: '참가했고 아직 당첨되지 않은 사람 중에서 뽑아요.',
}

export const edit: Messages['prizes']['edit'] = {
  new: '새 경품',
  kind: '종류',
  nameKo: '한국어 이름',
  nameEn: '영어 이름',
  nameHint: '하나만 적으면 두 언어에 같이 써요.',
  stock: '수량',
  stockHint: '이미 {{given}}개를 줬어요. 그보다 적을 수 없어요.',
  stockWrong: '0부터 100,000까지의 숫자를 적어 주세요.',
  round: '라운드',
  chooseRound: '라운드 고르기',
  board: '순위표',
  from: '순위 시작',
  to: '순위 끝',
  picture: '사진',
  pictureHint: 'PNG, JPEG, WebP, 5MB 이하. 정사각형으로 잘려요.',
  choosePicture: '파일 고르기',
  otherPicture: '다른 파일',
  noPicture: '사진 없애기',
  preview: '사진 미리 보기',
  save: '저장',
  saved: '{{name}}: 저장했어요.',
}

export const codes: Messages['prizes']['codes'] = {
  label: '디지털 코드',
  hint_one: '한 줄에 하나씩. {{count}}개 남았어요. 자리에 없는 당첨자의 휴대폰으로 보내요.',
  hint_other: '한 줄에 하나씩. {{count}}개 남았어요. 자리에 없는 당첨자의 휴대폰으로 보내요.',
  paste: '먼저 코드를 붙여 넣어 주세요',
  add_one: '코드 {{count}}개 추가',
  add_other: '코드 {{count}}개 추가',
  added_one: '코드 {{count}}개를 추가했어요.',
  added_other: '코드 {{count}}개를 추가했어요.',
  send: '디지털 코드 보내기',
  sendTitle: '{{nickname}} 님에게 디지털 코드를 보낼까요?',
  sendText_one: '휴대폰에 바로 나타나고 건넨 것으로 기록돼요. 코드 {{count}}개 남았어요.',
  sendText_other: '휴대폰에 바로 나타나고 건넨 것으로 기록돼요. 코드 {{count}}개 남았어요.',
  sent: '{{nickname}} 님에게 코드를 보냈어요.',
}
