import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compareFixtures, type Parity } from '@dabble/ml/parity'
import { UsageError } from './bench.ts'

const ownFixtures = fileURLToPath(new URL('../packages/ml/test/fixtures', import.meta.url))

/**
 * Every reference pipeline, case, scheduler trace, tokenizer string and encoder against this implementation, stage by stage.
 * `--fixtures DIR` takes another folder in the layout of packages/ml/test/fixtures. Exit code 1 when something differs.
 */
export async function run(say: (line: string) => void, options: readonly string[]): Promise<Parity> {
  const parity = await compareFixtures(folderOf(options), say).catch(error => {
    throw error instanceof RangeError ? new UsageError(error.message) : error
  })
  if (parity.failed > 0) process.exitCode = 1
  return parity
}

function folderOf(options: readonly string[]): string {
  try {
    const { values } = parseArgs({
      args: [...options],
      options: { fixtures: { type: 'string', default: ownFixtures } },
    })
    return values.fixtures
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : error} Usage: npm run bench -- parity [--fixtures DIR]`,
    )
  }
}
