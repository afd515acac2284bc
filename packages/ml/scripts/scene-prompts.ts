/** Some of what pocket knows, in both of its languages. */
const birds = { duck: ['a duck', '오리'], swan: ['a swan', '백조'] } as const
const others = [
  ['a chick', '병아리'],
  ['a frog', '개구리'],
  ['a fish', '물고기'],
  ['a penguin', '펭귄'],
  ['a flamingo', '플라밍고'],
  ['a rabbit', '토끼'],
  ['a cat', '고양이'],
  ['a sailboat', '돛단배'],
  ['a balloon', '풍선'],
  ['a flower', '꽃'],
  ['a tree', '나무'],
  ['a moon', '달'],
  ['a house', '집'],
  ['a dog', '강아지'],
  ['a bear', '곰'],
  ['a panda', '판다'],
  ['a pig', '돼지'],
  ['a lion', '사자'],
  ['a whale', '고래'],
  ['a car', '자동차'],
  ['a rainbow', '무지개'],
  ['a tiger', '호랑이'],
  ['a sheep', '양'],
  ['a castle', '성'],
  ['a mushroom', '버섯'],
  ['a strawberry', '딸기'],
  ['a dragon', '용'],
  ['a robot', '로봇'],
] as const
const places = [
  ['on a lake', '호수 위의'],
  ['on the sea', '바다 위의'],
  ['in the snow', '눈밭의'],
  ['in a meadow', '풀밭의'],
  ['on the beach', '해변의'],
  ['at sunset', '노을 속의'],
  ['on a lake at night', '밤 호수 위의'],
  ['in the sky', '하늘의'],
] as const

const sizes = [
  ['', ''],
  ['small', '작은'],
  ['big', '큰'],
] as const

export type Language = 0 | 1
type Name = readonly [english: string, korean: string]
/** Picks one of several. */
export type Pick = <T>(from: readonly T[]) => T

/** A duck and a swan, each with or without a size, at some place: what targets are made of. */
export function targetPrompt(pick: Pick, language: Language): string {
  const duck = sized(birds.duck, pick(sizes))
  const swan = sized(birds.swan, pick(sizes))
  return scene(
    pick([
      [duck, swan],
      [swan, duck],
    ]),
    pick(places),
    language,
  )
}

/** One or two things, never both birds: what somebody types who misses. */
export function missPrompt(pick: Pick, language: Language): string {
  const first: Name = pick([birds.duck, birds.swan, ...others, ...others])
  const second: Name = pick(others)
  return scene(pick([[first], first === second ? [first] : [first, second]]), pick(places), language)
}

function sized([english, korean]: Name, size: Name): Name {
  return size[0] ? [english.replace('a ', `a ${size[0]} `), `${size[1]} ${korean}`] : [english, korean]
}

function scene(things: readonly Name[], place: Name, language: Language): string {
  const [one = '', two] = things.map(thing => thing[language])
  if (language === 0) return `${two ? `${one} and ${two}` : one} ${place[0]}`
  return `${place[1]} ${two ? `${one}${endsInConsonant(one) ? '과' : '와'} ${two}` : one}`
}

const endsInConsonant = (hangul: string) => ((hangul.codePointAt(hangul.length - 1) ?? 0) - 0xac00) % 28 > 0
