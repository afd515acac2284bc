import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CalibrationError, type Fit, fitCalibration, type Similarities } from '@dabble/ml/calibration'
import { bundlePlan } from '../calibrate/bundle-subject.ts'
import { measure } from '../calibrate/measure.ts'
import { pinOnRound, writeIntoBundle } from '../calibrate/pin.ts'
import { plotSvg } from '../calibrate/plot.ts'
import { createProgress } from '../calibrate/progress.ts'
import { reportLines } from '../calibrate/report.ts'
import { type RoundOrder, roundSubject } from '../calibrate/round-subject.ts'
import { similaritiesOf } from '../calibrate/similarities.ts'
import { type Config, readConfig } from '../config.ts'
import { openToRead } from '../db/read.ts'
import { writeDurably } from '../files/durable.ts'
import { readManifest } from '../start/bundle.ts'
import { dataFolderAt } from '../start/data-folder.ts'
import { StartError } from '../start/start-error.ts'
import type { Command } from './command.ts'

const usage = 'Use: calibrate [--round <id> | --bundle] [--prompt "…"]… [--pictures 120] [--out <folder>] [--apply]'
const pictures = { fewest: 12, usual: 120, most: 2_000 }
/** As shells say of what Ctrl-C ended. */
const interrupted = 130

type Order = RoundOrder & { bundle: boolean; out: string | null }

export const command: Command = {
  summary:
    'fit the curve from similarity to score for a draft round, or for new ones: [--bundle] [--prompt "…"] [--apply]',
  async run(args) {
    const order = orderOf(args)
    const config = readConfig(process.env)
    const subject = subjectOf(order, config)
    const stop = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

    say(`${subject.name}: ${subject.plan.length} pictures to draw`)
    const progress = createProgress(subject.plan.length, process.stderr)
    const parts = { signal: stop.signal, onReady: progress.begin, onDrawn: progress.step }
    const drawn = await measure(subject.plan, config, subject.bundleId, parts).catch(error => {
      if (stop.signal.aborted) return null
      throw error
    })
    if (!drawn) {
      process.stderr.write('\nStopped. Nothing was changed.\n')
      return interrupted
    }
    const similarities = similaritiesOf(drawn, subject.target)
    const fit = fitOrSay(similarities)
    const plot = await writePlot(order.out ?? join(config.dataFolder, 'calibration'), subject, similarities, fit)
    say(['', ...reportLines(similarities, fit, subject.before), '', `Plot: ${plot}`].join('\n'))
    say(order.apply ? await subject.apply(fit) : `Nothing was changed. ${subject.toKeep}`)
    return 0
  },
}

const measureAgain = 'To measure again and keep the curve: the same command with --apply'

interface Subject extends Pick<ReturnType<typeof roundSubject>, 'plan'> {
  /** For people, and for the plot's file. */
  name: string
  file: string
  bundleId: string
  target: Float32Array | null
  before: Fit['knots']
  /** What to do for the curve to be kept. */
  toKeep: string
  /** Keeps it; says what was done. */
  apply(fit: Fit): Promise<string>
}

function subjectOf(order: Order, config: Config): Subject {
  const manifest = readManifest(config.bundleFolder)
  if (order.bundle) {
    return {
      name: `The bundle ${manifest.name}`,
      file: manifest.name,
      bundleId: manifest.id,
      target: null,
      before: manifest.calibration.knots,
      plan: bundlePlan(manifest, order.prompts, order.pictures),
      toKeep: measureAgain,
      async apply(fit) {
        await writeIntoBundle(manifest.dir, fit)
        return `Kept in ${join(manifest.dir, 'bundle.json')}, for rounds made from the next start on.`
      },
    }
  }
  const { databaseFile } = dataFolderAt(config.dataFolder)
  const db = openToRead(databaseFile)
  try {
    const { round, plan, target } = roundSubject(db, manifest, order)
    return {
      name: `The round "${round.title.en}" (${round.state})`,
      file: `round-${round.id}`,
      bundleId: manifest.id,
      target,
      before: round.calibration.map(([similarity, score]) => [similarity, score]),
      plan,
      toKeep: round.state === 'draft' ? measureAgain : 'A round keeps the curve that it was opened with.',
      async apply(fit) {
        pinOnRound(databaseFile, round.id, fit)
        return `Pinned on the round "${round.title.en}". It is ready to be opened.`
      },
    }
  } finally {
    db.$client.close()
  }
}

function fitOrSay(similarities: Similarities): Fit {
  try {
    return fitCalibration(similarities)
  } catch (error) {
    throw error instanceof CalibrationError ? new StartError(error.message, error) : error
  }
}

async function writePlot(
  folder: string,
  subject: Subject,
  similarities: Similarities,
  { knots }: Fit,
): Promise<string> {
  const time = new Date().toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
  const path = resolve(folder, `${subject.file}-${time}.svg`)
  const svg = plotSvg({ title: `${subject.name}, ${subject.bundleId}`, similarities, knots, before: subject.before })
  try {
    await mkdir(folder, { recursive: true })
    await writeDurably(path, Buffer.from(svg))
  } catch (error) {
    throw new StartError(
      `The plot could not be written to ${folder} (${(error as Error).message}). Name another one: --out`,
    )
  }
  return path
}

const say = (lines: string) => void process.stdout.write(`${lines}\n`)

function orderOf(args: string[]): Order {
  const options = {
    round: { type: 'string' },
    bundle: { type: 'boolean', default: false },
    prompt: { type: 'string', multiple: true, default: [] as string[] },
    pictures: { type: 'string', default: String(pictures.usual) },
    out: { type: 'string' },
    apply: { type: 'boolean', default: false },
  } as const
  try {
    const { values } = parseArgs({ args, options })
    const { round = null, bundle, prompt, out = null, apply } = values
    const count = Number(values.pictures)
    if (round !== null && bundle) throw new Error('Either --round or --bundle.')
    if (prompt.some(text => text.trim() === '')) throw new Error('A --prompt has words.')
    if (!Number.isInteger(count) || count < pictures.fewest || count > pictures.most)
      throw new Error(`--pictures is a whole number from ${pictures.fewest} to ${pictures.most}.`)
    return { round, bundle, prompts: prompt, pictures: count, out, apply }
  } catch (error) {
    throw new StartError(`${(error as Error).message} ${usage}`)
  }
}
