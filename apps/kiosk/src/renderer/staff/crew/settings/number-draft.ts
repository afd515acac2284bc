/** A whole number as it is being typed; null for anything else, and beyond the limits. */
export function readNumber(text: string, { from, to }: { from: number; to: number }): number | null {
  const trimmed = text.trim()
  if (!/^\d{1,9}$/.test(trimmed)) return null
  const value = Number(trimmed)
  return value >= from && value <= to ? value : null
}
