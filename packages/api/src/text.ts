/**
 * Control characters, zero-width characters, bidirectional overrides, other invisible formatting, lone surrogates, private-use
 * glyphs, fillers and variation selectors with nothing to vary: nothing a person would type on purpose, everything a prankster
 * would. U+FE0F after a character stays: it makes ❤️ of ❤.
 */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u115F\u1160\u3164\uFFA0\u2800]|\u034F|\u17B4|\u17B5|[\u180B-\u180F]|[\u{E0100}-\u{E01EF}]/gu
const strayVariation = /(^| )[\uFE00-\uFE0F]+/gu
/** No script stacks more marks on a letter; towers of them would paint over their neighbours on the big screen. */
const towers = /(\p{M}{4})\p{M}+/gu

/**
 * What a text is after cleaning: NFC (phones send decomposed Hangul), every white space one plain space, invisible
 * characters gone, no towers of marks, trimmed. Idempotent.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/[^\S\uFEFF]+/gu, ' ')
    .replace(invisible, '')
    .replace(strayVariation, '$1')
    .replace(/ +/g, ' ')
    .normalize('NFC')
    .replace(towers, '$1')
    .trim()
}

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('und', { granularity: 'grapheme' }) : null

/** Number of user-perceived characters; code points where the browser has no segmenter. */
export function countGraphemes(text: string): number {
  return segmenter ? [...segmenter.segment(text)].length : [...text].length
}

/** Number of code points. */
export function countCodePoints(text: string): number {
  return [...text].length
}
