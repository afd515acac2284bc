/**
 * Control characters, zero-width characters, bidirectional overrides, other invisible formatting, lone surrogates and
 * unassigned private-use glyphs: nothing a person would type on purpose, everything a prankster would.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u115F\u1160\u3164\uFFA0\u2800]|\u034F/gu

/**
 * What a text is after cleaning: NFC (phones send decomposed Hangul), every white space one plain space, invisible
 * characters gone, trimmed. Idempotent.
 */
export function cleanText(raw: string): string {
  return raw.replace(/\s+/gu, ' ').replace(invisible, '').replace(/ +/g, ' ').normalize('NFC').trim()
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
