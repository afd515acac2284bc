import type { DabbleResult } from './dabble.ts'

type TorchFigures = { batch: number; p50_ms: number; p95_ms: number; per_s: number }

/** What beside_torch.py writes. */
export type TorchResult = {
  pictures: Record<'vae' | 'taesd', TorchFigures[]>
  clip: Record<string, TorchFigures[]>
  conditions: Record<string, unknown>
}

/** What `bench ml` writes, as far as it is told here. */
export type StagesResult = { batches: { batch: number; whole_ms: number; bare_ms: number; ratio: number }[] }

/** Parts that were not run are absent. */
export type Results = {
  dabble?: DabbleResult
  torch?: TorchResult
  stages: Partial<Record<'vae' | 'taesd', StagesResult>>
}

type Row = { what: string; p50?: number; p95?: number; perS?: number }

/** Markdown: a row for each measurement, then the conditions. */
export function tableOf(results: Results): string {
  const rows = [...pictureRows(results, 'vae'), ...pictureRows(results, 'taesd'), ...clipRows(results)]
  return [
    '| what | p50, ms | p95, ms | a second |',
    '|---|---|---|---|',
    ...rows.map(({ what, p50, p95, perS }) => `| ${what} | ${number(p50)} | ${number(p95)} | ${number(perS)} |`),
    '',
    ...conditionsOf(results),
    '',
  ].join('\n')
}

function pictureRows({ dabble, torch, stages }: Results, decoder: 'vae' | 'taesd'): Row[] {
  const name = decoder === 'vae' ? 'VAE' : 'TAESD'
  const bare = (batch: number) => {
    const found = stages[decoder]?.batches.find(row => row.batch === batch)
    return { p50: found?.bare_ms, perS: found && (1000 * batch) / found.bare_ms }
  }
  const beside = (batch: number) => of(torch?.pictures[decoder].find(row => row.batch === batch))
  return [
    ...sidecarRows(name, dabble?.pictures[decoder]),
    ...sidecarRows(`${name}, fused`, dabble?.pictures[`${decoder}_fused`]),
    { what: `${name}: bare graphs and CLIP, batch 1`, ...bare(1) },
    { what: `${name}: bare graphs and CLIP, batch 8`, ...bare(8) },
    { what: `${name}: PyTorch in process, no PNG, batch 1`, ...beside(1) },
    { what: `${name}: PyTorch in process, no PNG, batch 8`, ...beside(8) },
  ]
}

function sidecarRows(name: string, figures: DabbleResult['pictures']['vae']): Row[] {
  const { one, eight, sixteen } = figures?.batch_8 ?? {}
  const drawn = (row: { mean_batch: number } | undefined) => `, ${number(row?.mean_batch)} drawn at once`
  return [
    { what: `${name}: sidecar over HTTP, one caller, batches off`, ...of(figures?.batch_1.one) },
    { what: `${name}: sidecar over HTTP, one caller, batches on`, ...of(one) },
    { what: `${name}: sidecar over HTTP, eight callers${drawn(eight)}`, ...of(eight) },
    { what: `${name}: sidecar over HTTP, sixteen callers${drawn(sixteen)}`, ...of(sixteen) },
  ]
}

function clipRows({ dabble, torch }: Results): Row[] {
  const { taesd, taesd_fused: fused } = dabble?.pictures ?? {}
  return [
    { what: 'CLIP: sidecar over HTTP, one caller', ...of(taesd?.batch_1.clip.one) },
    { what: 'CLIP: sidecar over HTTP, eight callers', ...of(taesd?.batch_1.clip.eight) },
    { what: 'CLIP, fused: sidecar over HTTP, one caller', ...of(fused?.batch_1.clip.one) },
    { what: 'CLIP, fused: sidecar over HTTP, eight callers', ...of(fused?.batch_1.clip.eight) },
    ...(dabble?.clip_graph ?? []).map(({ batch, p50_ms, per_s }) => ({
      what: `CLIP: bare graph, float32, batch ${batch}`,
      p50: p50_ms,
      perS: per_s,
    })),
    ...Object.entries(torch?.clip ?? {}).flatMap(([dtype, all]) =>
      all.map(figures => ({ what: `CLIP: PyTorch, ${dtype}, batch ${figures.batch}`, ...of(figures) })),
    ),
  ]
}

const of = (figures: { p50_ms: number; p95_ms: number; per_s: number } | undefined) => ({
  p50: figures?.p50_ms,
  p95: figures?.p95_ms,
  perS: figures?.per_s,
})

function conditionsOf({ dabble, torch }: Results): string[] {
  return Object.entries({ 'ONNX Runtime': dabble?.conditions, PyTorch: torch?.conditions }).map(
    ([name, conditions]) => `${name}: ${conditions ? list(conditions) : 'not measured'}.`,
  )
}

function list(conditions: object): string {
  return Object.entries(conditions)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? `(${list(value)})` : told(value)}`)
    .join(', ')
}

const told = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(2)) : value)

/** Three digits, which is what repeats. */
const number = (value: number | undefined) => (value === undefined ? '–' : String(Number(value.toPrecision(3))))
