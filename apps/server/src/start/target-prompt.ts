import { randomInt } from 'node:crypto'

/*
 * Words that pocket draws well. Birds stand in the order in which they are named, and a swan's neck in front of a duck's white
 * body is lost: the swan comes first. Birds with a size crowd each other, white ones vanish on snow and sand, pink water blurs
 * them. Nobody guesses the target from this file, and a test keeps whole prompts made of these parts out of the repository.
 */
const english = {
  openings: ['', 'a picture of ', 'a photo of ', 'draw '],
  swans: ['a swan', 'swan', 'a white swan', 'white swan'],
  links: ['and', 'with'],
  ducks: ['a duck', 'duck'],
  places: [
    'on a lake',
    'on a pond',
    'in the water',
    'on the sea',
    'in the ocean',
    'in a meadow',
    'on the grass',
    'under a starry sky',
    'on a moonlit lake',
    'on a lake at night',
    'at sunset',
  ],
}

const korean = {
  places: [
    '호수 위의',
    '연못의',
    '물 위의',
    '바다 위의',
    '풀밭의',
    '초원의',
    '별이 빛나는 밤의',
    '밤 호수 위의',
    '노을 속의',
  ],
  swans: ['백조', '백조 한 마리'],
  links: ['와', ' 그리고'],
  ducks: ['오리', '오리 한 마리', '청둥오리', '청둥오리 한 마리'],
  endings: ['', ' 그림'],
}

/** A scene with a swan and a duck, put together at random. `pick(n)` gives a whole number from 0 to n - 1. */
export function composeTargetPrompt(pick: (choices: number) => number = randomInt): string {
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T
  const birds = ({ swans, links, ducks }: typeof english | typeof korean, space: string) =>
    `${one(swans)}${space}${one(links)} ${one(ducks)}`
  if (pick(2)) {
    const place = one(english.places)
    return pick(2) ? `${place}, ${birds(english, ' ')}` : `${one(english.openings)}${birds(english, ' ')} ${place}`
  }
  return `${one(korean.places)} ${birds(korean, '')}${one(korean.endings)}`
}
