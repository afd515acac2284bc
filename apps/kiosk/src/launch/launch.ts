import '../../../../scripts/node-version.mjs'
import { spawn } from 'node:child_process'
import { buildElectron, electronFolder } from '../../build-electron.ts'
import { parseAddress } from '../connect/address.ts'
import { browserAdvice } from './browser-advice.ts'
import { electronArguments } from './electron-arguments.ts'
import { downloadElectron, electronBinary, electronVersion } from './electron-binary.ts'

/* `npm run kiosk [-- ADDRESS]`: the kiosk's windows, or else the address that a browser opens. */

const here = `http://localhost:${process.env.PORT || 3000}`
const wanted = process.argv[2]
if (wanted !== undefined && !parseAddress(wanted)) {
  console.error(`"${wanted}" is no address. Give the one that npm start shows, like http://192.168.0.7:3000, or none.`)
  process.exit(1)
}

async function binary(): Promise<string | null> {
  const found = electronBinary()
  if (found) return found
  console.log(`Getting Electron ${electronVersion}, once …`)
  return (await downloadElectron()) ? electronBinary() : null
}

async function isHere(): Promise<boolean> {
  const answer = await fetch(`${here}/healthz`, { signal: AbortSignal.timeout(1000) }).catch(() => null)
  return answer?.ok ?? false
}

async function run(electron: string): Promise<void> {
  await buildElectron()
  const box = wanted ? [`--address=${wanted}`] : (await isHere()) ? [`--here=${here}`] : []
  // Inherited from a terminal inside another Electron program, it would make this one a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(electron, [...electronArguments(process.platform), electronFolder, ...box], {
    stdio: 'inherit',
    env,
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', code => process.exit(code ?? 1))
}

const electron = await binary()
if (electron) await run(electron)
else console.log(browserAdvice(wanted ? (parseAddress(wanted)?.at(-1) ?? here) : here))
