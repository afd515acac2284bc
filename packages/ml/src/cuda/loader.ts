import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The libraries that `ldd` says the loader does not find. */
export function missingIn(ldd: string): string[] {
  return [...ldd.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name as string)
}

/** The names in `ldconfig -p`, the loader's cache. */
export function cachedLibraries(ldconfig: string): Set<string> {
  return new Set([...ldconfig.matchAll(/^\s+(\S+) \(.*\) => /gm)].map(([, name]) => name as string))
}

/** Which of a library's needs, and of those it opens later, the loader would not find now. Synchronous: asked when all is lost. */
export function missingLibraries(library: string, later: readonly string[]): string[] {
  const folders = (process.env.LD_LIBRARY_PATH ?? '').split(':').filter(Boolean)
  const cached = cachedLibraries(say('ldconfig', ['-p']) || say('/sbin/ldconfig', ['-p']))
  const found = (name: string) => cached.has(name) || folders.some(folder => existsSync(join(folder, name)))
  return [...missingIn(say('ldd', [library])), ...later.filter(name => !found(name))]
}

/** What a program prints; nothing where it is not there. */
export function say(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 5_000 })
  } catch (error) {
    // ldd exits with 1 for some files that it explains all the same.
    return String((error as { stdout?: unknown }).stdout ?? '')
  }
}
