import { confusables } from './confusables.ts'

const looksLike = new Map(
  confusables
    .trim()
    .split('\n')
    .flatMap(line => {
      const [looks, ...points] = line.split(' ') as [string, ...string[]]
      return points.map(point => [String.fromCodePoint(Number.parseInt(point, 16)), looks] as const)
    }),
)

/**
 * What makes two nicknames the same: compatibility forms, case, white space, invisible characters and letters that look like
 * others are folded away (UTS #39's skeleton, ignoring case; docs/decisions/0006-nicknames.md). For comparing only, never shown.
 */
export function nicknameKey(nickname: string): string {
  // Folding can bring forth what folds further (a ligature of look-alikes); it settles in two or three turns.
  for (let key = nickname, turn = 0; ; turn += 1) {
    const next = foldOnce(key)
    if (next === key || turn === 8) return next
    key = next
  }
}

function foldOnce(text: string): string {
  const visible = text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu, '')
  // Upper case first: it is the way from ß to ss, as Unicode's case folding does.
  const caseless = visible.toUpperCase().toLowerCase().replaceAll('ς', 'σ')
  return Array.from(caseless.normalize('NFD'), char => looksLike.get(char) ?? char)
    .join('')
    .normalize('NFKC')
}
