import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fixturesDir } from '../../test/support/fixtures.ts'
import { BundleError, pocketDir } from '../bundle/index.ts'
import { compareClip } from '../parity/clip.ts'
import { graphFile } from './graph-file.ts'
import { normalise, openClip } from './index.ts'
import { openTextEncoder } from './texts.ts'

const options = { provider: 'cpu', threads: 1 } as const

test('pictures reach the encoder as the reference’s do to the last bit, and features are the same', async () => {
  const { failed, pictures, texts, worst } = await compareClip(fixturesDir)
  expect({ failed, pictures, texts, levels: worst.levels }).toEqual({ failed: [], pictures: 12, texts: 4, levels: 0 })
  expect(worst.picture).toBeGreaterThan(0.99999)
  expect(worst.text).toBeGreaterThan(0.99999)
})

test('a folder without a text encoder embeds pictures only', async () => {
  const clip = await openClip(join(pocketDir, 'clip'), options)
  expect(clip.embedText).toBeUndefined()
  expect(clip.dimensions).toBeGreaterThan(1)
})

describe('a folder', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'dabble-clip-'))
    cpSync(join(fixturesDir, 'clip'), dir, { recursive: true, filter: path => !path.includes('golden') })
  })
  afterEach(() => rmSync(dir, { recursive: true }))
  const refusal = async () => {
    const error = await openClip(dir, options).catch(error => error)
    expect(error).toBeInstanceOf(BundleError)
    return error.message
  }

  test('with its graphs in another precision, or beside the configuration, opens', async () => {
    renameSync(join(dir, 'onnx/vision_model.onnx'), join(dir, 'onnx/vision_model_fp16.onnx'))
    renameSync(join(dir, 'onnx/text_model.onnx'), join(dir, 'text_model.onnx'))
    const { dimensions, embedText } = await openClip(dir, options)
    expect(dimensions).toBe(24)
    expect(await embedText?.('a duck')).toHaveLength(24)
  })

  test('with one graph for pictures and texts embeds pictures', async () => {
    rmSync(join(dir, 'onnx/text_model.onnx'))
    cpSync(join(fixturesDir, '../clip-one-graph/model.onnx'), join(dir, 'onnx/vision_model.onnx'))
    const { dimensions, embedPicture, embedText } = await openClip(dir, options)
    expect({ dimensions, embedText }).toEqual({ dimensions: 8, embedText: undefined })
    const [duck, thin] = await Promise.all(
      ['square512', 'thin'].map(name =>
        embedPicture(readFileSync(join(fixturesDir, `clip/golden/images/${name}.png`))),
      ),
    )
    expect(duck).toHaveLength(8)
    expect(duck).not.toEqual(thin)
  })

  test('with several takes the most exact one', () => {
    const onnx = (file: string) => join(dir, 'onnx', file)
    for (const file of ['vision_model_bnb4.onnx', 'vision_model_fp16.onnx', 'vision_model_quantized.onnx'])
      writeFileSync(onnx(file), '')
    expect(graphFile(dir, 'vision_model')).toBe(onnx('vision_model.onnx'))
    rmSync(onnx('vision_model.onnx'))
    expect(graphFile(dir, 'vision_model')).toBe(onnx('vision_model_fp16.onnx'))
    rmSync(onnx('vision_model_fp16.onnx'))
    expect(graphFile(dir, 'vision_model')).toBe(onnx('vision_model_bnb4.onnx'))
  })

  test('whose graph takes pictures of another size is refused', async () => {
    writeFileSync(join(dir, 'preprocessor_config.json'), JSON.stringify({ size: 336, crop_size: 336 }))
    expect(await refusal()).toMatch(/takes pictures of 224 x 224, preprocessor_config.json makes 336 x 336/)
  })

  test('without a vision graph is refused', async () => {
    rmSync(join(dir, 'onnx/vision_model.onnx'))
    expect(await refusal()).toMatch(/vision_model\.onnx is missing/)
  })

  test('whose text encoder is of another model is refused', async () => {
    await expect(openTextEncoder(dir, 512, options)).rejects.toThrow(/24 dimensions, pictures 512/)
  })
})

test('vectors become as long as 1; those that are none are an error', () => {
  expect([...normalise(Float32Array.of(3, 4))].map(x => x.toFixed(6))).toEqual(['0.600000', '0.800000'])
  for (const vector of [[0, 0], [Number.NaN, 1], [Number.POSITIVE_INFINITY]])
    expect(() => normalise(Float32Array.from(vector))).toThrow(RangeError)
})
