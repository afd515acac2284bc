import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fixturesDir } from '../../../test/support/fixtures.ts'
import { BundleError } from '../../bundle/index.ts'
import { compareTokenizer } from '../../parity/tokenizer.ts'
import { createTokenizer } from '../index.ts'
import { createBytePairs } from './byte-pairs.ts'
import { createClipTokenizer } from './clip.ts'

const small = join(fixturesDir, 'clip')
const [start, end] = ['<|startoftext|>', '<|endoftext|>']

test('every string of the reference has its token ids', () => {
  expect(compareTokenizer(fixturesDir)).toEqual({ compared: 68, failed: [] })
})

test('every prompt of the reference pipelines has its token ids, through the bundle’s tokenizer', () => {
  const pipelines = join(fixturesDir, 'pipelines')
  const cases = readdirSync(pipelines, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('case.json'))
  expect(cases).toHaveLength(9)
  for (const path of cases) {
    const { prompt, input_ids } = JSON.parse(readFileSync(join(pipelines, path), 'utf8'))
    const dir = join(pipelines, path.split('/')[0] as string)
    expect([...createTokenizer({ dir, tokenizer: { kind: 'clip' } }).tokenize(prompt).ids], path).toEqual(input_ids)
  }
})

// By transformers 4.57's fast tokenizer.
test.each([
  ['a capital sigma at the end of a word', 'ΑΣ', [138, 109, 139, 481]],
  ['a byte order mark among signs', '?\ufeff', [30, 171, 119, 379]],
  [
    'spaces that are none for JavaScript, or only for it',
    'a\u0085b\u00a0\u3000a\u180e',
    [320, 321, 320, 157, 254, 492],
  ],
  ['special tokens as somebody shouts them', '<|ENDOFTEXT|>', [993]],
  ['half a special token', '<|endoftext', [27, 347, 524, 639, 69, 600, 87, 339]],
  [
    'what composes, what does not, what changes its length',
    'e\u0301\u0338 か\u3099 İ',
    [127, 358, 136, 372, 159, 223, 490, 328, 136, 485],
  ],
  ['contractions in capitals', "'S can'T", [568, 753, 713]],
  ['control characters', 'x\u0000\u0001', [343, 188, 445]],
])('%s', (_, text, ids) => {
  expect(createBytePairs(small).encode(text)).toEqual([992, ...ids, 993])
})

describe('a folder', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'dabble-clip-tokenizer-'))
    for (const file of ['vocab.json', 'merges.txt']) cpSync(join(small, file), join(dir, file))
  })
  afterEach(() => rmSync(dir, { recursive: true }))
  const write = (file: string, json: object) => writeFileSync(join(dir, file), JSON.stringify(json))
  const firstIds = () => [...createBytePairs(dir).tokenize('a duck!').ids.slice(0, 8)]

  // Padding `!` is a token of its own wherever it stands: 0, not 256.
  const padded = [992, 320, 691, 868, 256, 993, 993, 993]
  const banged = [992, 320, 691, 868, 0, 993, 0, 0]

  test('with vocabulary and merges alone pads with the last token to 77', () => {
    expect(firstIds()).toEqual(padded)
    expect(createClipTokenizer(dir).tokenize('').shape).toEqual([1, 77])
  })

  test('that names its padding', () => {
    write('tokenizer_config.json', { pad_token: '!', model_max_length: 1e30 })
    expect(firstIds()).toEqual(banged)
    expect(createClipTokenizer(dir).tokenize('').shape).toEqual([1, 77])
  })

  test('of the older kind, whose special_tokens_map.json has the last word', () => {
    write('tokenizer_config.json', { bos_token: { __type: 'AddedToken', content: start }, pad_token: end })
    write('special_tokens_map.json', { pad_token: '!' })
    expect(firstIds()).toEqual(banged)
  })

  test('of the newer kind, whose special_tokens_map.json is not heard', () => {
    const added_tokens_decoder = { 992: { content: start, special: true }, 993: { content: end, special: true } }
    write('tokenizer_config.json', { added_tokens_decoder, pad_token: end, model_max_length: 16 })
    write('special_tokens_map.json', { pad_token: '!' })
    expect(firstIds()).toEqual(padded)
    expect(createClipTokenizer(dir).tokenize('a duck '.repeat(9)).ids).toHaveLength(16)
  })

  test('with tokenizer.json in place of vocabulary and merges', () => {
    const merges = readFileSync(join(dir, 'merges.txt'), 'utf8').trim().split('\n').slice(1)
    const vocab = JSON.parse(readFileSync(join(dir, 'vocab.json'), 'utf8'))
    for (const file of ['vocab.json', 'merges.txt']) rmSync(join(dir, file))
    for (const list of [merges, merges.map(line => line.split(' '))]) {
      write('tokenizer.json', { model: { type: 'BPE', vocab, merges: list } })
      expect(firstIds()).toEqual(padded)
    }
  })

  test('that lacks something is refused in one line', () => {
    const refusal = (match: RegExp) => {
      expect(() => createClipTokenizer(dir)).toThrow(BundleError)
      expect(() => createClipTokenizer(dir)).toThrow(match)
    }
    write('tokenizer_config.json', { pad_token: '[PAD]' })
    refusal(/\[PAD\] is not in the vocabulary/)
    rmSync(join(dir, 'merges.txt'))
    refusal(/merges\.txt is missing/)
    rmSync(join(dir, 'vocab.json'))
    refusal(/vocab\.json is missing/)
  })

  test('beside another one tells apart what only one of them does', () => {
    const other = join(fixturesDir, 'pipelines/sd-turbo/tokenizer')
    const [one, both] = [createClipTokenizer(dir), createClipTokenizer(dir, other)]
    // Both are a duck and padding for the first.
    expect(one.key('duck')).toBe(one.key(`duck ${end}`))
    expect(both.key('duck')).not.toBe(both.key(`duck ${end}`))
    expect(both.tokenize('duck!')).toEqual(one.tokenize('duck!'))
  })
})
