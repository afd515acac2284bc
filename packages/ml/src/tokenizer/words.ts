/** Python's `\w` over Unicode: letters, numbers and the underscore; combining marks are not part of a word. */
const word = /[\p{L}\p{N}_]+/gu
const wordCharacter = /^[\p{L}\p{N}_]$/u

/** NFC first: phones send Hangul decomposed, the model was trained on composed syllables. Lower case as Python's str.lower(). */
const normalise = (text: string) => text.normalize('NFC').toLowerCase()

/** At most `limit` words of the normalised prompt. */
export function wordsOf(prompt: string, limit: number): string[] {
  const words: string[] = []
  for (const match of normalise(prompt).matchAll(word)) {
    if (words.length === limit) break
    words.push(match[0])
  }
  return words
}

/**
 * UTF-16 index in the prompt as typed behind the last word that is read; the prompt's length where everything is. Goes by
 * grapheme, because normalising moves indices but never crosses a grapheme's border.
 */
export function endOfWords(prompt: string, limit: number): number {
  let words = 0
  let inside = false
  let end = 0
  for (const { segment, index } of new Intl.Segmenter().segment(prompt)) {
    for (const character of normalise(segment)) {
      const isWord = wordCharacter.test(character)
      if (isWord && !inside && ++words > limit) return end
      inside = isWord
      if (isWord) end = index + segment.length
    }
  }
  return prompt.length
}
