import { BundleError, verifyBundle } from '@dabble/ml/bundle'
import { type Finding, ok, problem, warning } from './finding.ts'

/** Every file of the bundle against its checksum. */
export async function checkBundle(folder: string): Promise<Finding> {
  try {
    const { id, files, calibration } = await verifyBundle(folder)
    const whole = `${id}: ${Object.keys(files).length} files are as they should be`
    if (calibration.measured) return ok(whole)
    return warning(`${whole}, but its scores were never measured. Run for each round: npm run dabble -- calibrate`)
  } catch (error) {
    if (error instanceof BundleError) return problem(error.message)
    throw error
  }
}
