import type { Language } from '@dabble/api'

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size for people: `12 GB`, `640 MB`; decimal units, as disks are sold, and never more than it is. */
export function sayBytes(bytes: number, language: Language): string {
  let value = bytes / 1e3
  let unit = 0
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000
    unit += 1
  }
  const maximumFractionDigits = unit > 1 && value < 10 ? 1 : 0
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[unit],
    maximumFractionDigits,
    roundingMode: 'floor',
  } as Intl.NumberFormatOptions).format(value)
}
