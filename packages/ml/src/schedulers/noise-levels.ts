/** σ = √((1 - ᾱ) / ᾱ) of every training timestep, rising: noise beside a picture of variance 1 (Karras et al. 2022). */
export function noiseLevels(alphas: Float32Array): Float32Array {
  return alphas
    .map(left => 1 - left)
    .map((noise, t) => noise / (alphas[t] as number))
    .map(Math.sqrt)
}

/** The level at a timestep, also between two; beyond the ends it is that of the end. */
export function levelAt(levels: Float32Array, timestep: number): number {
  const t = Math.min(Math.max(timestep, 0), levels.length - 1)
  const below = Math.min(Math.floor(t), levels.length - 2)
  const [low, high] = [levels[below] as number, levels[below + 1] as number]
  return low + (high - low) * (t - below)
}

/** The timestep, whole or not, at which there is this much noise: linear in ln σ. */
export function timestepAt(levels: Float32Array, level: number): number {
  const wanted = Math.log(Math.max(level, 1e-10))
  const logs = levels.map(Math.log)
  const below = Math.min(
    Math.max(
      logs.findLastIndex(log => log <= wanted),
      0,
    ),
    logs.length - 2,
  )
  const [low, high] = [logs[below] as number, logs[below + 1] as number]
  return below + Math.min(Math.max((low - wanted) / (low - high), 0), 1)
}
