/**
 * What people at a booth type when they do not think of the target: pairs of English and Korean that mean the same. None is
 * about ducks or swans, which is what targets are usually made of.
 */
const pairs = [
  ['a cat', '고양이'],
  ['a happy dog in a park', '공원에서 신난 강아지'],
  ['a robot drinking coffee', '커피를 마시는 로봇'],
  ['a red sports car', '빨간 스포츠카'],
  ['sunset over the mountains', '산 위로 지는 노을'],
  ['an astronaut on the moon', '달 위의 우주비행사'],
  ['a bowl of ramen', '라면 한 그릇'],
  ['a laptop on a desk', '책상 위의 노트북'],
  ['a castle in the clouds', '구름 속의 성'],
  ['a sailboat at sea', '바다 위의 돛단배'],
  ['a birthday cake with candles', '촛불을 켠 생일 케이크'],
  ['a tiger in the jungle', '정글 속의 호랑이'],
  ['a city at night', '밤의 도시'],
  ['a bouquet of flowers', '꽃다발'],
  ['a snowman', '눈사람'],
  ['a penguin on ice', '얼음 위의 펭귄'],
  ['a cup of coffee', '커피 한 잔'],
  ['a dragon breathing fire', '불을 뿜는 용'],
  ['a bicycle by a wall', '벽에 기대 놓은 자전거'],
  ['an old tree in a field', '들판의 오래된 나무'],
  ['a lighthouse in a storm', '폭풍 속의 등대'],
  ['a panda eating bamboo', '대나무를 먹는 판다'],
  ['a train in the snow', '눈 속을 달리는 기차'],
  ['a slice of pizza', '피자 한 조각'],
  ['a girl with an umbrella', '우산을 쓴 소녀'],
  ['a spaceship', '우주선'],
  ['a rabbit with a carrot', '당근을 든 토끼'],
  ['a beach with palm trees', '야자수가 있는 해변'],
  ['a wizard with a staff', '지팡이를 든 마법사'],
  ['a hot air balloon', '열기구'],
  ['a whale under water', '물속의 고래'],
  ['an apple', '사과'],
  ['a traditional Korean house', '한옥'],
  ['a king with a crown', '왕관을 쓴 왕'],
  ['a guitar on a stage', '무대 위의 기타'],
  ['a football match', '축구 경기'],
  ['a forest in the fog', '안개 낀 숲'],
  ['an owl at night', '밤의 부엉이'],
  ['a keyboard with colourful lights', '알록달록 빛나는 키보드'],
  ['a horse running', '달리는 말'],
  ['a rainbow over a village', '마을 위의 무지개'],
  ['a dinosaur', '공룡'],
  ['a cherry blossom street', '벚꽃 거리'],
  ['a fox in autumn leaves', '단풍 속의 여우'],
  ['a clock on a wall', '벽에 걸린 시계'],
  ['a monkey wearing glasses', '안경 쓴 원숭이'],
  ['a bridge over a river', '강 위의 다리'],
  ['a hamburger and fries', '햄버거와 감자튀김'],
  ['a developer fixing a bug', '버그를 고치는 개발자'],
  ['a starry sky', '별이 빛나는 하늘'],
  ['a house with a garden', '정원이 있는 집'],
  ['a butterfly on a flower', '꽃 위의 나비'],
  ['an elephant', '코끼리'],
  ['a mountain lake', '산속의 호수'],
  ['a pirate ship', '해적선'],
  ['a frog on a leaf', '잎사귀 위의 개구리'],
  ['a server room', '서버실'],
  ['a kitten in a box', '상자 속의 아기 고양이'],
  ['fireworks', '불꽃놀이'],
  ['a chick', '병아리'],
] as const

/** Prompts that miss, in the languages that a bundle understands, one language after the other; all where it knows neither. */
export function everydayPrompts(languages: readonly string[]): string[] {
  const known = (['en', 'ko'] as const).filter(language => languages.includes(language))
  const columns = (known.length > 0 ? known : (['en', 'ko'] as const)).map(language => (language === 'en' ? 0 : 1))
  // Half of a list is as mixed as all of it: no prompt twice before each was there in some language.
  return columns.flatMap((_, turn) => pairs.map((pair, i) => pair[columns[(i + turn) % columns.length] as 0 | 1]))
}
