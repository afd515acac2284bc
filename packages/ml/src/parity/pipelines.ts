import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { OnnxOptions } from '../onnx.ts'
import { openDecoder } from '../pipeline/decoder.ts'
import { openDiffusion } from '../pipeline/index.ts'
import { compareCase, type Finding } from './compare-case.ts'
import { caseNames, readCase } from './golden-case.ts'

/** `name` is a case's, or that of a pipeline that does not open; `error` says why there are no findings. */
export type CaseComparison = { name: string; findings: Finding[]; error?: string }

/** The pipeline folders in a folder of fixtures: itself, those in `pipelines/`, or those right in it. */
export function pipelineFolders(dir: string): string[] {
  if (isPipeline(dir)) return [dir]
  const parent = existsSync(join(dir, 'pipelines')) ? join(dir, 'pipelines') : dir
  return readdirSync(parent)
    .sort()
    .map(name => join(parent, name))
    .filter(isPipeline)
}

/**
 * Every case of a pipeline folder, on the CPU; none where neither it nor its twin has goldens. `fixturesDir` may have a `taesd` to
 * decode with as well.
 */
export async function comparePipeline(folder: string, fixturesDir: string): Promise<CaseComparison[]> {
  const name = basename(folder)
  const goldens = goldenFolder(folder)
  if (!goldens) return []
  try {
    const options: OnnxOptions = { provider: 'cpu', threads: 1 }
    const diffusion = await openDiffusion(folder, 'vae_decoder', options)
    const taesd = hasTaesd(fixturesDir) ? await openDecoder(fixturesDir, 'taesd', options) : undefined
    const comparisons: CaseComparison[] = []
    for (const golden of caseNames(goldens)) {
      const own = `${name}/${golden}`
      try {
        comparisons.push({ name: own, findings: await compareCase(diffusion, readCase(goldens, golden), taesd) })
      } catch (error) {
        comparisons.push(notCompared(own, error))
      }
    }
    return comparisons
  } catch (error) {
    return [notCompared(name, error)]
  }
}

const notCompared = (name: string, error: unknown): CaseComparison => ({
  name,
  findings: [],
  error: String(error instanceof Error ? error.message : error).replaceAll(/\s+/g, ' '),
})

export const hasTaesd = (fixturesDir: string) => existsSync(join(fixturesDir, 'taesd', 'model.onnx'))

const isPipeline = (folder: string) => existsSync(join(folder, 'model_index.json'))

/** Its own, or those of the pipeline beside it whose weights it has in another form: `NAME-legacy-fp16` is compared with NAME's. */
function goldenFolder(pipeline: string): string | undefined {
  const words = basename(pipeline).split('-')
  return words
    .map((_, dropped) => words.slice(0, words.length - dropped).join('-'))
    .map(name => join(dirname(pipeline), name, 'golden'))
    .find(folder => existsSync(folder))
}
