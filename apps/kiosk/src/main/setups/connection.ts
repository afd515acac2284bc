import { parseAddress } from '../../connect/address.ts'
import type { Setup } from './setup.ts'

/** `--address=`: connect to this box. `--here=`: the box on this machine, for a kiosk that knows none yet. */
const read = (argv: string[], flag: string) => argv.find(one => one.startsWith(flag))?.slice(flag.length)

/** Shows the windows and looks for the booth box: the one named at the start, or else the one it knows. */
export const setUpConnection: Setup = ({ process, windows, link }) => {
  windows.show(link.state(), link.box())
  windows.open()
  const known = link.box()?.origin
  const address = read(process.argv, '--address=') ?? (known ? undefined : read(process.argv, '--here='))
  // Named again at every start, a known box keeps the certificate that staff trusted.
  const isNew = address && !(known && parseAddress(address)?.includes(known))
  void (isNew ? link.connect(address) : link.start())
}
