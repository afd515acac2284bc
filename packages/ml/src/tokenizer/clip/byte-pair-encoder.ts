import { Tokenizer } from '@huggingface/tokenizers'
import type { SpecialTokens } from './special-tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Apart: contractions, letters, single digits, and what is neither; without the spaces between them (Radford et al. 2021). */
const clipWords = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+"

/**
 * Token ids of a text, first and last one added, not cut. Written as the tokenizer.json that transformers makes of vocab.json and
 * merges.txt; two steps differ, so that the library in JavaScript gives the ids of the one in Rust.
 */
export function createBytePairEncoder({ ids, merges }: Vocabulary, special: SpecialTokens): (text: string) => number[] {
  const { bos, eos, unk, added } = special
  const tokenizer = new Tokenizer(
    {
      added_tokens: added,
      normalizer: {
        type: 'Sequence',
        normalizers: [
          { type: 'NFC' },
          { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
          // JavaScript's lower case knows the sigma that ends a Greek word, Rust's goes letter by letter.
          { type: 'Replace', pattern: { String: 'Σ' }, content: 'σ' },
          { type: 'Lowercase' },
        ],
      },
      pre_tokenizer: {
        type: 'Sequence',
        pretokenizers: [
          { type: 'Split', pattern: { Regex: clipWords }, behavior: 'Removed', invert: true },
          // Words are apart already; a second split would be by JavaScript's idea of white space, and lose U+FEFF.
          { type: 'ByteLevel', add_prefix_space: false, use_regex: false },
        ],
      },
      post_processor: { type: 'RobertaProcessing', cls: [bos.content, bos.id], sep: [eos.content, eos.id] },
      decoder: null,
      model: { type: 'BPE', unk_token: unk.content, end_of_word_suffix: '</w>', vocab: ids, merges },
    },
    {},
  )
  return text => tokenizer.encode(text).ids
}
