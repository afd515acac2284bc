import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compareClip } from './clip.ts'
import { comparePipeline, hasTaesd, pipelineFolders } from './pipelines.ts'
import { compareSchedulers } from './schedulers.ts'
import { compareTokenizer } from './tokenizer.ts'

export { compareClip } from './clip.ts'
export { compareSchedulers } from './schedulers.ts'
export { compareTokenizer } from './tokenizer.ts'

/** How much was compared with the reference libraries, and how far off it is. */
export type Parity = {
  /** With at least one case. */
  pipelines: number
  cases: number
  schedulers: number
  strings: number
  pictures: number
  encoders: number
  failed: number
  /** A line each: what, at which stage, by how much. */
  failures: string[]
  /** What this folder has nothing of. */
  absent: string[]
  /** Largest error by stage, as a share of its largest value; pictures: of pixels; CLIP: in 8-bit levels, and 1 - cosine. */
  worst: Record<string, number>
}

/**
 * Compares everything in a folder of reference fixtures, stage by stage, on the CPU; `say` hears of each part as it is done.
 * Throws RangeError, one line, where there is nothing to compare.
 */
export async function compareFixtures(dir: string, say: (line: string) => void): Promise<Parity> {
  const has = (file: string) => existsSync(join(dir, file))
  const pipelines = has('.') ? pipelineFolders(dir) : []
  const others = ['schedulers.json', 'clip-tokenizer/golden.json', 'clip/golden/clip.json'] as const
  if (pipelines.length === 0 && !others.some(has))
    throw new RangeError(`${dir} has no pipelines and no other fixtures; name a folder like packages/ml/test/fixtures.`)

  const parity = emptyParity()
  parity.absent = others.filter(file => !has(file))
  if (!hasTaesd(dir)) parity.absent.push('taesd/model.onnx')
  for (const folder of pipelines) await addPipeline(parity, folder, dir, say)
  for (const [file, add] of [
    [others[0], addSchedulers],
    [others[1], addStrings],
    [others[2], addClip],
  ] as const) {
    if (!has(file)) continue
    // A damaged file fails what it is for, and nothing else.
    await add(parity, dir).catch((error: Error) => parity.failures.push(`${file}: ${error.message}`))
    say(`${file}: compared`)
  }
  return { ...parity, failed: parity.failures.length }
}

const emptyParity = (): Parity => ({
  pipelines: 0,
  cases: 0,
  schedulers: 0,
  strings: 0,
  pictures: 0,
  encoders: 0,
  failed: 0,
  failures: [],
  absent: [],
  worst: {},
})

async function addPipeline(parity: Parity, folder: string, dir: string, say: (line: string) => void) {
  const comparisons = await comparePipeline(folder, dir)
  if (comparisons.length === 0) parity.absent.push(`${folder}/golden`)
  if (comparisons.some(({ error }) => error === undefined)) parity.pipelines++
  for (const { name, findings, error } of comparisons) {
    const late = findings.filter(({ error, allowed }) => !(error <= allowed))
    parity.failures.push(
      ...late.map(({ stage, error, allowed }) => `${name}: ${stage} is off by ${error}, not ${allowed}`),
    )
    if (error === undefined) parity.cases++
    else parity.failures.push(`${name}: ${error}`)
    for (const { stage, error } of findings) noteWorst(parity, stage, error)
    say(`${name}: ${error ?? `${findings.length} stages, ${late.length} differ`}`)
  }
}

async function addSchedulers(parity: Parity, dir: string) {
  const { compared, failed, worst } = compareSchedulers(dir)
  parity.schedulers = compared
  parity.failures.push(...failed)
  noteWorst(parity, 'scheduler_traces', worst)
}

async function addStrings(parity: Parity, dir: string) {
  const { compared, failed } = compareTokenizer(dir)
  parity.strings = compared
  parity.failures.push(...failed)
}

async function addClip(parity: Parity, dir: string) {
  const { pictures, texts, failed, worst } = await compareClip(dir)
  parity.pictures = pictures
  parity.encoders = [pictures, texts].filter(compared => compared > 0).length
  parity.failures.push(...failed)
  noteWorst(parity, 'clip_levels', worst.levels)
  noteWorst(parity, 'clip_picture_cosine', 1 - worst.picture)
  noteWorst(parity, 'clip_text_cosine', 1 - worst.text)
}

function noteWorst({ worst }: Parity, stage: string, error: number) {
  worst[stage] = Math.max(worst[stage] ?? 0, error)
}
