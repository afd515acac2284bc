import { readConfig } from '../config.ts'
import { examine } from '../doctor/doctor.ts'
import type { Command } from './command.ts'

export const command: Command = {
  summary: 'look at disk, clock, sleep, port, models, TLS and whether PUBLIC_URL leads here; exits 1 on a problem',
  async run() {
    const findings = await examine(readConfig(process.env), (what, { level, text }) => {
      process.stdout.write(`${level.padEnd(8)} ${what.padEnd(8)} ${text}\n`)
    })
    return findings.some(({ level }) => level === 'problem') ? 1 : 0
  },
}
