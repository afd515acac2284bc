import { BundleError, verifyBundle } from '@dabble/ml/bundle'
import { type Finding, ok, problem } from './finding.ts'

/** Every file of the bundle against its checksum. */
export async function checkBundle(folder: string): Promise<Finding> {
  try {
    const { id, files } = await verifyBundle(folder)
    return ok(`${id}: ${Object.keys(files).length} files are as they should be`)
  } catch (error) {
    if (error instanceof BundleError) return problem(error.message)
    throw error
  }
}
