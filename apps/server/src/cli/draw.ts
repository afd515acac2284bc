import { access, readFile, writeFile } from 'node:fs/promises'
import { parse, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Calibration, scoreOf, showScore } from '@dabble/api'
import { readBundleManifest } from '@dabble/ml/bundle'
import {
  createInferenceClient,
  InferenceBusy,
  type InferenceClient,
  InferenceDeadline,
  InferenceRefused,
  InferenceUnavailable,
} from '@dabble/ml/client'
import { readConfig } from '../config.ts'
import { cosine } from '../inference/embedding.ts'
import { startSidecar } from '../inference/sidecar-process.ts'
import { silentLog } from '../log.ts'
import { StartError } from '../start/start-error.ts'
import type { Command } from './command.ts'

type Order = { prompt: string; seed: number; out: string; target: string | null; partials: number }

const usage = 'Use: draw "a duck on a lake" [--seed 1] [--out drawing.png] [--target picture.png] [--partials 3]'
const mostPartials = 3
/** A large model on a slow machine takes its time, and nobody else is waiting. */
const deadlineMs = 600_000
const highestSeed = 2 ** 32 - 1

/** To play with the bundle alone: no game, no data folder, a sidecar for as long as it takes. */
export const command: Command = {
  summary: 'draw a prompt with the bundle: [--seed 1] [--out drawing.png] [--target picture.png] [--partials 3]',
  async run(args) {
    const order = orderOf(args)
    const { bundleFolder, threads, gpus } = readConfig(process.env)
    const target = await pictureToCompare(order)
    const sidecar = startSidecar({ bundleFolder, threads, gpu: gpus[0] ?? null, log: silentLog })
    try {
      const endpoint = await sidecar.endpoint.catch(error => {
        throw new StartError(error.message)
      })
      await draw(createInferenceClient(endpoint), order, target, readBundleManifest(bundleFolder).calibration.knots)
      return 0
    } catch (error) {
      throw explained(error, order)
    } finally {
      await sidecar.stop()
    }
  },
}

/** What the sidecar says of a prompt or a target, and where nothing can be written. */
function explained(error: unknown, { out }: Order): unknown {
  if (
    error instanceof InferenceRefused ||
    error instanceof InferenceUnavailable ||
    error instanceof InferenceDeadline ||
    error instanceof InferenceBusy
  )
    return new StartError(`The image model refuses: ${error.message}`, error)
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (!syscall) return error
  return new StartError(`${out} cannot be written or read (${code}). Name another file: --out`, error)
}

/** A target named by the order has to be there; without one, the picture that is about to be replaced, if any. */
async function pictureToCompare({ target, out }: Order): Promise<{ name: string; bytes: Buffer } | null> {
  if (target) {
    const bytes = await readFile(target).catch(() => {
      throw new StartError(`${target} cannot be read. --target wants a PNG, JPEG or WebP.`)
    })
    return { name: target, bytes }
  }
  const there = await access(out).then(
    () => true,
    () => false,
  )
  return there ? { name: `the ${out} of before`, bytes: await readFile(out) } : null
}

async function draw(
  client: InferenceClient,
  { prompt, seed, out, partials }: Order,
  target: Awaited<ReturnType<typeof pictureToCompare>>,
  calibration: Calibration,
): Promise<void> {
  const saved: Promise<void>[] = []
  const { dir, name } = parse(out)
  const { png, timings } = await client.generate({
    prompt,
    seed,
    deadlineMs,
    partialImages: partials,
    onPartial({ picture, mime, step, steps }) {
      const file = resolve(dir, `${name}-step-${step}.${mime.split('/')[1]}`)
      const written = writeFile(file, picture).then(() => say(`step ${step} of ${steps}: ${relative('', file)}`))
      // Awaited only when the picture is there; by then it may have failed long ago.
      written.catch(() => {})
      saved.push(written)
    },
  })
  await Promise.all(saved)
  await writeFile(out, png)
  say(`${out}: "${prompt}", noise ${seed}, drawn in ${timings.total_ms?.toFixed(0)} ms`)
  const embedding = await client.embedImage(png, 'image/png')
  const words = await client.embedText(prompt).catch(error => {
    // Some CLIPs come without their half for texts.
    if (!(error instanceof InferenceRefused)) throw error
    say(error.message)
  })
  if (words) say(`similarity to its own words: ${cosine(embedding, words).toFixed(4)}`)
  if (!target) return
  const similarity = cosine(embedding, await client.embedImage(target.bytes, mimeOf(target.bytes)))
  say(`similarity to ${target.name}: ${similarity.toFixed(4)}, score ${showScore(scoreOf(similarity, calibration), 2)}`)
}

/** The sidecar reads what a file is from its bytes; the type only has to be one of a picture. */
const mimeOf = (bytes: Buffer) => (bytes.subarray(0, 4).toString('latin1') === 'RIFF' ? 'image/webp' : 'image/png')

const say = (line: string) => void process.stdout.write(`${line}\n`)

function orderOf(args: string[]): Order {
  const options = {
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'drawing.png' },
    target: { type: 'string' },
    partials: { type: 'string', default: '0' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { out, target = null } = values
    const [seed, partials] = [Number(values.seed), Number(values.partials)]
    const whole = (n: number, most: number) => Number.isInteger(n) && n >= 0 && n <= most
    if (positionals.length !== 1) throw new Error('One prompt, in quotes.')
    if (!whole(seed, highestSeed)) throw new Error(`--seed is a whole number from 0 to ${highestSeed}.`)
    if (!whole(partials, mostPartials)) throw new Error(`--partials is a whole number from 0 to ${mostPartials}.`)
    return { prompt: positionals[0] as string, seed, out, target, partials }
  } catch (error) {
    throw new StartError(`${(error as Error).message} ${usage}`)
  }
}
