export interface Room {
  /** How far from the screen people stand who scan the code, in metres. */
  distanceM: number
  diagonalInches: number
}

/** Up to ten times its own side away, a phone reads a QR code. */
const reach = 10
const metresPerInch = 0.0254
/** Of the stage, see `stage.css`. */
const stageRem = { long: 96, short: 54 }

/** Side that the code itself, without its white margin, needs to be read from there, in rem; `screen` in any unit. */
export function codeSide({ distanceM, diagonalInches }: Room, screen: { width: number; height: number }): number {
  const metresPerUnit = (diagonalInches * metresPerInch) / Math.hypot(screen.width, screen.height)
  const [long, short] = [Math.max(screen.width, screen.height), Math.min(screen.width, screen.height)]
  const rem = Math.min(long / stageRem.long, short / stageRem.short) * metresPerUnit
  return distanceM / reach / rem
}
