import '../../../../scripts/node-version.mjs'
import { StartError } from '../start/start-error.ts'
import type { Command } from './command.ts'

/** One file a command, loaded when asked for. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  staff: () => import('./staff.ts'),
  backup: () => import('./backup.ts'),
  doctor: () => import('./doctor.ts'),
  rehearse: () => import('./rehearse.ts'),
  purge: () => import('./purge.ts'),
  verify: () => import('./verify.ts'),
  models: () => import('./models.ts'),
  draw: () => import('./draw.ts'),
  calibrate: () => import('./calibrate.ts'),
}

const asksForHelp = (word: string) => word === '--help' || word === '-h'

async function help(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).command.summary}`),
  )
  return `Usage: npm run dabble -- <command>\n\n${lines.join('\n')}\n\nThe data folder is DABBLE_DATA, or ./data.\n`
}

/** A command that is asked what it does must not do it: `purge --help` erases nothing. */
async function start({ summary, usage, run }: Command, name: string, args: string[]): Promise<number> {
  if (!args.some(asksForHelp)) return run(args)
  process.stdout.write(usage ?? `npm run dabble -- ${name}: ${summary}\n`)
  return 0
}

// Who reads has read enough (`| head`); the command does its work to the end all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const [name = '--help', ...args] = process.argv.slice(2)
const load = Object.hasOwn(commands, name) ? commands[name] : undefined

try {
  if (load) process.exitCode = await start((await load()).command, name, args)
  else {
    const asked = name === 'help' || asksForHelp(name)
    process[asked ? 'stdout' : 'stderr'].write(asked ? await help() : `There is no command "${name}".\n${await help()}`)
    process.exitCode = asked ? 0 : 2
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
