import { type ParseArgsConfig, parseArgs } from 'node:util'
import { StartError } from '../start/start-error.ts'

/** parseArgs whose complaints are one line with the way to use it. @throws {StartError} */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  use: string,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new StartError(`${(error as Error).message} ${use}`)
  }
}

/** As `numberOf`, but whole. @throws {StartError} */
export function wholeOf(name: string, text: string | undefined, least: number, most: number): number | undefined {
  const value = numberOf(name, text, least, most)
  if (value === undefined || Number.isInteger(value)) return value
  throw new StartError(`--${name} must be a whole number, not "${text}".`)
}

/** A number of an option, or undefined where it is left out. @throws {StartError} */
export function numberOf(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() !== '' && value >= least && value <= most) return value
  throw new StartError(`--${name} must be a number from ${least} to ${most}, not "${text}".`)
}

/** As 768x512. @throws {StartError} */
export function sizeOf(text: string | undefined): { width: number; height: number } | undefined {
  if (text === undefined) return undefined
  const [, width, height] = /^(\d{1,4})x(\d{1,4})$/.exec(text) ?? []
  if (width && height) return { width: Number(width), height: Number(height) }
  throw new StartError(`--size must be width and height in pixels, like 768x512, not "${text}".`)
}
