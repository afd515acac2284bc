import { renderUnicodeCompact } from 'uqr'

export interface Banner {
  publicUrl: string
  dataFolder: string
  /** Null when a device is already paired. */
  pairingCode: string | null
  /** True when phones cannot reach the address, because this machine has no network. */
  onlyThisMachine: boolean
}

/** What the terminal shows once the game can be played. */
export function banner({ publicUrl, dataFolder, pairingCode, onlyThisMachine }: Banner): string {
  const qr = renderUnicodeCompact(publicUrl, { ecc: 'M', border: 2 }).trimEnd()
  return [
    '',
    qr,
    '',
    `  Play        ${publicUrl}`,
    `  Big screen  ${publicUrl}/kiosk`,
    ...(pairingCode ? [`  Staff       pairing code ${pairingCode}, for one device, valid for 24 hours`] : []),
    `  Data        ${dataFolder}`,
    '',
    onlyThisMachine
      ? '  Only this machine can open that address. For phones, join a network or set PUBLIC_URL.'
      : '  Phones on the same network scan the code. Press Ctrl-C to stop; nothing is lost.',
    '',
    '',
  ].join('\n')
}
