import { randomInt } from 'node:crypto'

/*
 * Words that pocket draws well: small birds come out blurred, and white ones vanish on snow and sand. Every prompt has a size
 * for each bird: nobody guesses the target from this file, and a test keeps whole prompts made of these parts out of the
 * repository.
 */
const english = {
  sizes: ['big', 'large', 'huge'],
  birds: ['duck', 'swan'],
  links: ['and', 'with'],
  places: [
    'on a lake',
    'on a pond',
    'on the sea',
    'in the ocean',
    'in a meadow',
    'on the grass',
    'under a starry sky',
    'on a moonlit lake',
    'on a lake at night',
    'on a lake at sunset',
    'at sunset',
  ],
}

const korean = {
  sizes: ['큰', '커다란'],
  birds: ['오리', '백조'],
  links: ['와', ' 그리고'],
  endings: ['', ' 그림'],
  places: [
    '호수 위의',
    '연못의',
    '바다 위의',
    '풀밭의',
    '초원의',
    '별이 빛나는 밤의',
    '밤 호수 위의',
    '노을 진 호수 위의',
    '노을 속의',
  ],
}

/** A scene with a duck and a swan, put together at random. `pick(n)` gives a whole number from 0 to n - 1. */
export function composeTargetPrompt(pick: (choices: number) => number = randomInt): string {
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T
  const pair = <T>(list: readonly T[]): [T, T] =>
    pick(2) ? [list[0] as T, list[1] as T] : [list[1] as T, list[0] as T]
  if (pick(2)) {
    const [first, second] = pair(english.birds)
    const birds = `a ${one(english.sizes)} ${first} ${one(english.links)} a ${one(english.sizes)} ${second}`
    const place = one(english.places)
    return pick(2) ? `${birds} ${place}` : `${place}, ${birds}`
  }
  const [first, second] = pair(korean.birds)
  const birds = `${one(korean.sizes)} ${first}${one(korean.links)} ${one(korean.sizes)} ${second}`
  return `${one(korean.places)} ${birds}${one(korean.endings)}`
}
