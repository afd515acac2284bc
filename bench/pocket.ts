import { availableParallelism, cpus } from 'node:os'
import { pocketDir, verifyBundle } from '@dabble/ml/bundle'
import { createPipeline } from '@dabble/ml/pipeline'
import { type Judgement, openEvaluator, readPrompts } from './pocket/evaluator.ts'
import { areStrongest, dot, fallingNeighbours, fraction, median, strongest } from './pocket/measures.ts'

const languages = ['en', 'ko'] as const
/** Two noises, because every round has another one: the second draws the anchor again. */
const seeds = [20_260, 20_261] as const

/**
 * What pocket draws, judged by an encoder that shares nothing with it, on prompts whose combinations training never saw; and
 * whether its own similarity puts pictures in the order in which people would. Also how long opening the bundle and a scored
 * picture take.
 */
export async function run(say: (line: string) => void): Promise<Record<string, unknown>> {
  const opening = performance.now()
  const manifest = await verifyBundle(pocketDir)
  const pipeline = await createPipeline(manifest, { provider: 'cpu', threads: 1 })
  const openMs = performance.now() - opening
  const prompts = readPrompts()
  const evaluator = await openEvaluator()
  const pictureMs: number[] = []

  async function drawn(prompt: string, seed: number) {
    const began = performance.now()
    const { picture } = await pipeline.draw({ prompt, seed })
    const embedding = await pipeline.embedPicture(picture)
    pictureMs.push(performance.now() - began)
    return { picture, embedding }
  }

  const first: boolean[] = []
  const noun: boolean[] = []
  const pair: boolean[] = []
  for (const language of languages) {
    const captions = prompts.heldOut.map(scene => scene[language])
    const read = await inTurn(captions, evaluator.read)
    for (const [i, { nouns }] of prompts.heldOut.entries()) {
      const { embedding, nouns: found }: Judgement = await evaluator.judge(
        (await drawn(captions[i] as string, seeds[0])).picture,
      )
      first.push(strongest(read.map(caption => dot(caption, embedding))) === i)
      const wanted = nouns.map(id => prompts.nouns.indexOf(id))
      ;(wanted.length === 1 ? noun : pair).push(areStrongest(found, wanted))
    }
    say(
      `${language}: caption first of ${captions.length} ${fraction(first)}, nouns ${fraction(noun)}, pairs ${fraction(pair)}`,
    )
  }

  const order: boolean[] = []
  for (const [anchor, ...further] of prompts.chains) {
    const { embedding } = await drawn(anchor, seeds[0])
    const others = await inTurn([anchor, ...further], async prompt => (await drawn(prompt, seeds[1])).embedding)
    order.push(...fallingNeighbours(others.map(other => dot(embedding, other))))
  }
  say(`triples in order ${fraction(order)}`)

  return {
    caption_top1: fraction(first),
    noun_top1: fraction(noun),
    pair_ok: fraction(pair),
    order_ok: fraction(order),
    nouns: prompts.nouns.length,
    pixels: manifest.picture.width,
    bytes: Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0),
    open_ms: Math.round(openMs),
    picture_ms: Math.round(median(pictureMs)),
    prompts: first.length,
    triples: order.length,
    bundle: manifest.id,
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim(),
  }
}

/** One after the other: the graphs block their thread anyway. */
async function inTurn<T, R>(values: readonly T[], work: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const value of values) results.push(await work(value))
  return results
}
