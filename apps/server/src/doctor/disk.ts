import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Finding, inGigabytes, ok, problem, warning } from './finding.ts'

const enough = 10 * 2 ** 30
const least = 2 ** 30

/** Room for the database and the pictures: two days of a big conference took about a gigabyte. */
export async function checkDisk(dataFolder: string): Promise<Finding> {
  const folder = await existing(dataFolder)
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!writable) return problem(`${folder} cannot be written. Change its owner, or set DABBLE_DATA.`)
  const { bavail, bsize } = await statfs(folder)
  return judgeSpace(bavail * bsize, dataFolder)
}

export function judgeSpace(freeBytes: number, folder: string): Finding {
  const free = `${inGigabytes(freeBytes)} free for ${folder}`
  if (freeBytes < least) return problem(`${free}. Free at least ${inGigabytes(least)}.`)
  return freeBytes < enough ? warning(`${free}. ${inGigabytes(enough)} is comfortable.`) : ok(free)
}

/** The folder itself, or the nearest one above it that is there. */
async function existing(folder: string): Promise<string> {
  return access(folder).then(
    () => folder,
    () => existing(dirname(folder)),
  )
}
