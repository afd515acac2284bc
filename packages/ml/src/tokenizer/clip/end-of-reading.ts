const graphemes = new Intl.Segmenter()

/** Graphemes looked at first; about what fills CLIP's context in the densest of scripts. */
const firstLook = 32

/**
 * Where to cut a prompt that is read in part only: at a grapheme's border, where the beginning is read `same` as the whole, and
 * one grapheme earlier it is not. By bisection, for where tokens end in the prompt as typed is lost in normalising it.
 */
export function endOfReading(prompt: string, same: (beginning: string) => boolean): number {
  const borders = Array.from(graphemes.segment(prompt), ({ index, segment }) => index + segment.length)
  const isEnough = (count: number) => same(prompt.slice(0, borders[count - 1]))
  let enough = firstLook
  // Never the whole of a very long prompt, if its beginning will do.
  while (enough < borders.length && !isEnough(enough)) enough *= 2
  let tooFew = enough === firstLook ? 0 : enough / 2
  enough = Math.min(enough, borders.length)
  while (enough - tooFew > 1) {
    const middle = (enough + tooFew) >> 1
    if (isEnough(middle)) enough = middle
    else tooFew = middle
  }
  return borders[enough - 1] as number
}
