/**
 * Quantile of the symmetric beta distribution, both parameters a: the x below which the share `p` of it lies. By bisection of
 * the incomplete beta function's power series (DLMF 8.17.7), on the half where that converges fast; its value at ½ normalises.
 */
export function betaQuantile(p: number, a: number): number {
  if (p > 0.5) return 1 - betaQuantile(1 - p, a)
  const wanted = 2 * p * unnormalised(0.5, a)
  let [low, high] = [0, 0.5]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (unnormalised(middle, a) < wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** ∫₀ˣ (t(1 - t))ᵃ⁻¹ dt for x ≤ ½. */
function unnormalised(x: number, a: number): number {
  let sum = 0
  let term = x ** a
  for (let k = 0; k < 60; k++) {
    sum += term / (a + k)
    term *= (x * (k + 1 - a)) / (k + 1)
  }
  return sum
}
