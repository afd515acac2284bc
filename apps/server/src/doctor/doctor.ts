import { listGpus } from '@dabble/ml/cuda'
import type { Config } from '../config.ts'
import { openToRead } from '../db/read.ts'
import { dataFolderAt } from '../start/data-folder.ts'
import { ownUrlOf, publicUrlOf } from '../start/listen.ts'
import { checkBundle } from './bundle.ts'
import { checkClock } from './clock.ts'
import { checkDisk } from './disk.ts'
import { type Finding, problem } from './finding.ts'
import { judgeGpus } from './gpu.ts'
import { checkInference } from './inference.ts'
import { judgeAddress, whereLeads } from './leads-here.ts'
import { judgePort, portUse } from './port.ts'
import { checkSleep } from './sleep.ts'
import { checkTls } from './tls.ts'

/** Looks at everything that has spoilt a booth before. `say` hears of each check as it is done. */
export async function examine(config: Config, say: (what: string, finding: Finding) => void): Promise<Finding[]> {
  const findings: Finding[] = []
  const check = async (what: string, run: () => Finding | Promise<Finding>) => {
    const finding = await Promise.resolve()
      .then(run)
      .catch(error => problem(`could not be looked at (${error instanceof Error ? error.message : error}).`))
    findings.push(finding)
    say(what, finding)
  }
  const { dataFolder, port, host, publicUrl, bundleFolder } = config
  const healthKey = healthKeyOf(dataFolder)
  const own = await whereLeads(ownUrlOf(config, port), healthKey)
  const address = publicUrlOf(config, port)
  const running = own.where === 'here'
  const outside = running || publicUrl ? await whereLeads(address, healthKey) : null

  await check('disk', () => checkDisk(dataFolder))
  await check('clock', () => checkClock(dataFolder, publicUrl ? (outside?.date ?? null) : null))
  await check('sleep', checkSleep)
  await check('port', async () => judgePort(port, await portUse(host, port, running)))
  await check('bundle', () => checkBundle(bundleFolder))
  const gpus = judgeGpus(config, await listGpus())
  if (gpus) await check('gpu', () => gpus)
  await check('model', () => checkInference(config))
  await check('tls', () => checkTls(publicUrl))
  // Without a game there is nobody whom the address could lead to.
  if (running && outside) await check('address', () => judgeAddress(address, outside.where, publicUrl !== null))
  return findings
}

/** The key that the running game proves itself with; null before the first start. */
function healthKeyOf(dataFolder: string): Buffer | null {
  try {
    const { $client } = openToRead(dataFolderAt(dataFolder).databaseFile)
    try {
      return (
        ($client.prepare("select value from secret where name = 'health'").pluck().get() as Buffer | undefined) ?? null
      )
    } finally {
      $client.close()
    }
  } catch {
    return null
  }
}
