import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const withinMs = 120_000

/**
 * Opens and runs a tiny graph on the GPU, in a process of its own: what a broken driver does to a process cannot be undone.
 * Resolves to null when it works, else to the line that says what to do.
 */
export async function tryCuda(device: number): Promise<string | null> {
  const probe = fileURLToPath(new URL('./probe.ts', import.meta.url))
  try {
    await run(process.execPath, [probe, String(device)], { timeout: withinMs })
    return null
  } catch (error) {
    const { stderr, signal } = error as { stderr: string; signal: string | null }
    const said = stderr.trim().split('\n').at(-1)
    return (
      said || `The GPU process was ended by ${signal}. Look at dmesg for the driver's reason, then restart the machine.`
    )
  }
}
