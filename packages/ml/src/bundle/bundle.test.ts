import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BundleError, pocketDir, readBundleManifest, verifyBundle } from './index.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dabble-bundle-'))
  cpSync(pocketDir, dir, { recursive: true })
})
afterEach(() => rmSync(dir, { recursive: true }))

type Json = { files: Record<string, object>; [key: string]: unknown }

function edit(change: (json: Json) => void) {
  const path = join(dir, 'bundle.json')
  const json = JSON.parse(readFileSync(path, 'utf8'))
  change(json)
  writeFileSync(path, JSON.stringify(json))
}

async function refusal(): Promise<string> {
  const error = await verifyBundle(dir).catch(error => error)
  expect(error).toBeInstanceOf(BundleError)
  expect(error.message).not.toContain('\n')
  return error.message
}

test('the bundle that comes with Dabble is whole, and under 25 MB', async () => {
  const manifest = await verifyBundle(pocketDir)
  expect(manifest.id).toMatch(/^pocket@[0-9a-f]{16}$/)
  expect(manifest.harmless).toBe(true)
  expect(manifest.harmlessReason).toBeTruthy()
  expect(Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(25e6)
})

describe('refused in one line', () => {
  test('one byte too many in a graph', async () => {
    appendFileSync(join(dir, 'unet/model.onnx'), '\0')
    expect(await refusal()).toMatch(/unet\/model\.onnx is damaged/)
  })
  test('a file that is not there', async () => {
    rmSync(join(dir, 'clip/onnx/vision_model.onnx'))
    expect(await refusal()).toMatch(/vision_model\.onnx is missing/)
  })
  test('a needed file that bundle.json does not list', async () => {
    edit(json => delete json.files['vae_decoder/model.onnx'])
    expect(await refusal()).toMatch(/does not list vae_decoder\/model\.onnx/)
  })
  test('weights beside a graph that bundle.json does not list', async () => {
    writeFileSync(join(dir, 'unet/model.onnx_data'), 'other weights')
    expect(await refusal()).toMatch(/does not list unet\/model\.onnx_data/)
  })
  test('the tokenizer of another kind of pipeline', async () => {
    edit(json => Object.assign(json, { tokenizer: { kind: 'clip' } }))
    expect(await refusal()).toMatch(/tokenizer\.kind must be "hashed-ngrams" for a OnnxFlowMatchPipeline/)
  })
  test('a pipeline class that this version does not draw with', async () => {
    writeFileSync(join(dir, 'model_index.json'), '{"_class_name": "FluxPipeline"}')
    expect(await refusal()).toMatch(/model_index\.json: _class_name/)
  })
  test('no bundle.json', async () => {
    rmSync(join(dir, 'bundle.json'))
    expect(await refusal()).toMatch(/bundle\.json is missing/)
  })
  test('bundle.json cut off', async () => {
    writeFileSync(join(dir, 'bundle.json'), '{"format": 1,')
    expect(await refusal()).toMatch(/bundle\.json is not JSON/)
  })
  test('another format', async () => {
    edit(json => Object.assign(json, { format: 2 }))
    expect(await refusal()).toMatch(/bundle\.json: format/)
  })
  test('a calibration that is not increasing', async () => {
    edit(json =>
      Object.assign(json, {
        calibration: {
          knots: [
            [-1, -9],
            [0.5, 50],
            [0.4, 60],
            [1, 100],
          ],
        },
      }),
    )
    expect(await refusal()).toMatch(/calibration\.knots: knots increase strictly/)
  })
  test('a path that leads out of the folder', async () => {
    edit(json => Object.assign(json.files, { '../secret': { sha256: '0'.repeat(64), bytes: 1 } }))
    expect(await refusal()).toMatch(/bundle\.json: files/)
  })
})

describe('the id', () => {
  test('changes with what changes pictures', () => {
    const before = readBundleManifest(dir).id
    edit(json => Object.assign(json, { guidance: 4 }))
    const guided = readBundleManifest(dir).id
    edit(json => Object.assign(json.files, { 'unet/model.onnx': { sha256: '0'.repeat(64), bytes: 1 } }))
    expect(new Set([before, guided, readBundleManifest(dir).id]).size).toBe(3)
  })
  test('stays with what does not', () => {
    const before = readBundleManifest(dir).id
    edit(json =>
      Object.assign(json, {
        description: 'another',
        calibration: {
          knots: [
            [-1, 0],
            [1, 100],
          ],
        },
      }),
    )
    expect(readBundleManifest(dir).id).toBe(before)
  })
})
