import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Writes src/game/confusables.ts from Unicode's confusables.txt (https://www.unicode.org/Public/security/):
 *   node apps/server/scripts/confusables.ts <confusables.txt>
 * Kept is what can imitate a name in Latin letters and digits. Keys are compared without case, so a letter is what it looks like
 * itself or else what its capital looks like: Cyrillic н is no h, but Н is an H.
 */

const text = readFileSync(process.argv[2] as string, 'utf8')
const version = /Version:\s*(\S+)/.exec(text)?.[1]
const fromHex = (hex: string) =>
  String.fromCodePoint(
    ...hex
      .trim()
      .split(/\s+/)
      .map(point => Number.parseInt(point, 16)),
  )
const prototypes = new Map(
  text
    .split('\n')
    .filter(line => /^[0-9A-F]+\s*;/.test(line))
    .map(
      line =>
        line
          .split(';')
          .slice(0, 2)
          .map(hex => fromHex(hex as string)) as [string, string],
    ),
)

const fold = (char: string) => char.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC')
/** Those of the plain letters and digits themselves that are taken for each other: I l 1 |, O 0, m rn. */
const plain = (latin: string) => latin.replace(/[i1|]/g, 'l').replaceAll('0', 'o').replaceAll('m', 'rn')
const looksLike = (char: string): string | undefined => {
  const prototype = prototypes.get(char)
  const folded = prototype && fold(prototype)
  return folded && /^[a-z0-9|]+$/.test(folded) ? plain(folded) : undefined
}

const sources = new Map<string, string[]>()
for (let point = 0x21; point <= 0x10ffff; point += 1) {
  // Hangul stays as typed: no two syllables are the same name. Surrogates are no characters.
  if ((point >= 0x1100 && point <= 0x11ff) || (point >= 0xac00 && point <= 0xdfff)) continue
  const char = String.fromCodePoint(point)
  // Whatever compatibility forms and case already fold away needs no line here; nor do letters that look like themselves.
  if (fold(char) !== char || char.normalize('NFD') !== char) continue
  const looks = looksLike(char) ?? looksLike(char.toUpperCase()) ?? (plain(char) === char ? undefined : plain(char))
  if (looks && looks !== char) sources.set(looks, [...(sources.get(looks) ?? []), point.toString(16)])
}

const lines = [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([looks, points]) => `${looks} ${points.join(' ')}`)
writeFileSync(
  join(import.meta.dirname, '../src/game/confusables.ts'),
  `/**
 * Written by scripts/confusables.ts; do not edit. Data: confusables.txt of Unicode ${version}, © Unicode, Inc., Unicode License v3
 * (see apps/server/NOTICE). On each line a text in Latin letters and the code points (hex) that can be taken for it.
 */
export const confusables = \`
${lines.join('\n')}
\`
`,
)
