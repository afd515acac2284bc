/**
 * Usage: node packages/ml/scripts/pocket-sheet.ts [folder]
 *
 * Draws 64 prompts in two noises through the pipeline: docs/pocket/sheet-1.webp and sheet-2.webp, and the list of prompts beside
 * them. What training never saw has a red corner.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { pocketDir, verifyBundle } from '../src/bundle/index.ts'
import { createPipeline } from '../src/pipeline/index.ts'
import { sheetPrompts } from './sheet-prompts.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = process.argv[2] ?? join(root, 'docs/pocket')
const seeds = [5, 6]
const columns = 8
const side = 160
const corner = { create: { width: 14, height: 14, channels: 3, background: '#e03131' } } as const

const heldOut = readHeldOut().map(({ en, ko }, i) => (i % 2 ? ko : en))
const prompts = [...sheetPrompts, ...heldOut]
const pipeline = await createPipeline(await verifyBundle(pocketDir), { provider: 'cpu', threads: 1 })
mkdirSync(folder, { recursive: true })

for (const [n, seed] of seeds.entries()) {
  const tiles = []
  for (const [i, prompt] of prompts.entries()) {
    const { picture } = await pipeline.draw({ prompt, seed })
    const tile = sharp(picture).resize(side, side)
    const input = await (i < sheetPrompts.length
      ? tile
      : tile.composite([{ input: corner, left: 0, top: 0 }])
    ).toBuffer()
    tiles.push({ input, left: (i % columns) * side, top: Math.floor(i / columns) * side })
  }
  const rows = Math.ceil(prompts.length / columns)
  await sharp({ create: { width: columns * side, height: rows * side, channels: 3, background: '#fff' } })
    .composite(tiles)
    .webp({ quality: 88 })
    .toFile(join(folder, `sheet-${n + 1}.webp`))
}

const lines = prompts.map((prompt, i) => (i < sheetPrompts.length ? prompt : `**${prompt}**`))
const rows = Array.from({ length: Math.ceil(lines.length / columns) }, (_, row) =>
  lines.slice(row * columns, (row + 1) * columns).join(' · '),
)
writeFileSync(
  join(folder, 'prompts.md'),
  `# Prompts of the sheets\n\nRow by row; held out from training in bold.\n\n${rows.map((row, i) => `${i + 1}. ${row}`).join('\n')}\n`,
)

/** The first sixteen held-out scenes of the bench. */
function readHeldOut(): { en: string; ko: string }[] {
  return JSON.parse(readFileSync(join(root, 'bench/pocket/prompts.json'), 'utf8')).heldOut.slice(0, 16)
}
