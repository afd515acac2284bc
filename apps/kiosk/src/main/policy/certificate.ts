/** What Electron tells about a server's certificate, as far as it matters. */
export interface ShownCertificate {
  hostname: string
  /** As Chromium found it: 0 is trusted, else a net error. */
  errorCode: number
  /** SHA-256 of the certificate, `AA:BB:…` as OpenSSL prints it. */
  fingerprint: string
}

export interface Pin {
  hostname: string
  fingerprint: string
}

/** `chromium`: whatever Chromium found holds. */
export type Judgement = 'accept' | 'refuse' | 'chromium'

/** Chromium's net errors that mean "nobody vouches for it", as with any certificate that a booth made for itself. */
const nobodyVouches = { nameInvalid: -200, dateInvalid: -201, authorityInvalid: -202 }
const selfMade: number[] = Object.values(nobodyVouches)

/**
 * Once staff have trusted a certificate, exactly that one is the box, whatever its name or dates say (a booth's clock may be
 * wrong), and no other is, not even one that an authority vouches for. Without a pin Chromium decides.
 */
export function judgeCertificate(shown: ShownCertificate, pin: Pin | null): Judgement {
  if (!pin || shown.hostname !== pin.hostname) return 'chromium'
  if (shown.fingerprint !== pin.fingerprint) return 'refuse'
  return shown.errorCode === 0 || selfMade.includes(shown.errorCode) ? 'accept' : 'refuse'
}

/** Whether staff may be asked to trust it. A revoked or weak certificate is not one to pin. */
export const mayBePinned = ({ errorCode }: ShownCertificate) => selfMade.includes(errorCode)

/** Electron says `sha256/<base64>`; people compare `AA:BB:…`. */
export function readableFingerprint(fingerprint: string): string {
  const hex = Buffer.from(fingerprint.replace(/^sha256\//, ''), 'base64')
    .toString('hex')
    .toUpperCase()
  return hex.match(/../g)?.join(':') ?? ''
}
