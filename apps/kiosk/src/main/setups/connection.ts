import { parseAddress } from '../../connect/address.ts'
import type { Setup } from './setup.ts'

const flag = '--address='

/** Shows the windows and looks for the booth box: the one named at the start, or else the one it knows. */
export const setUpConnection: Setup = ({ process, windows, link }) => {
  windows.show(link.state(), link.box())
  windows.open()
  const address = process.argv.find(argument => argument.startsWith(flag))?.slice(flag.length)
  const known = link.box()?.origin
  // Named again at every start, a known box keeps the certificate that staff trusted.
  const isNew = address && !(known && parseAddress(address)?.includes(known))
  void (isNew ? link.connect(address) : link.start())
}
