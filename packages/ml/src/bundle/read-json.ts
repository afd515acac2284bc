import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { BundleError } from './bundle-error.ts'

/** One JSON file of the bundle, validated. Throws BundleError in one line. */
export function readJson<S extends z.ZodType>(dir: string, path: string, schema: S): z.infer<S> {
  let text: string
  try {
    text = readFileSync(join(dir, path), 'utf8')
  } catch {
    throw new BundleError(`Bundle ${dir}: ${path} is missing or unreadable; restore the folder from a complete copy.`)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new BundleError(`Bundle ${dir}: ${path} is not JSON; restore it from a complete copy.`)
  }
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new BundleError(`Bundle ${dir}: ${path}: ${issue?.path.join('.') || 'content'}: ${issue?.message}.`)
}
