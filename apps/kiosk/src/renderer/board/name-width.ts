const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Hangul, kana, Han and full-width forms, and whatever is drawn as a little picture. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]|\p{Extended_Pictographic}|\p{RI}/u

/** About how wide a name is, in em: enough to choose a size of type by, before it is cut. */
export function nameWidth(name: string): number {
  let width = 0
  for (const { segment } of segmenter.segment(name)) width += wide.test(segment) ? 1 : 0.58
  return width
}
