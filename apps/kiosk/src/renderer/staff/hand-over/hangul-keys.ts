/*
 * A scanner is a keyboard: with the computer in Hangul mode, the code it types arrives as Hangul. The standard two-set layout
 * puts one letter on each key, so what was typed can be told from what arrived.
 */
const initials = 'r R s e E f a q Q t T d w W c z x v g'.split(' ')
const vowels = 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'.split(' ')
const finals = ' r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'.split(' ')
/** ㄱ…ㅎ and ㅏ…ㅣ when they stand alone, in the order of Unicode. */
const lone = 'r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g'.split(' ').concat(vowels)

const firstSyllable = 0xac00
const firstLone = 0x3131

/** What the keys say that made this text: Hangul becomes the Latin letters on its keys, everything else stays. */
export function asTyped(text: string): string {
  return text.normalize('NFC').replace(/[가-힣ㄱ-ㅣ]/g, letter => {
    const code = letter.charCodeAt(0)
    if (code < firstSyllable) return lone[code - firstLone] ?? letter
    const syllable = code - firstSyllable
    const [initial, vowel, final] = [Math.floor(syllable / 588), Math.floor((syllable % 588) / 28), syllable % 28]
    return `${initials[initial]}${vowels[vowel]}${finals[final]}`
  })
}
