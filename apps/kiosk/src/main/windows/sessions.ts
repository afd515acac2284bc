import { createHash } from 'node:crypto'
import type { Session } from 'electron'
import { localScheme } from '../../preload/channels.ts'
import type { Electron } from '../electron.ts'
import { judgeCertificate, mayBePinned, readableFingerprint } from '../policy/certificate.ts'
import { mayRequest } from '../policy/navigation.ts'
import type { Box } from '../store/store.ts'
import { serveLocalPage } from './local-page.ts'

export interface BoxSession {
  session: Session
  /** Fingerprint of the certificate that was last refused, where staff may trust it; null when none was. */
  refused(): string | null
}

const answers = { accept: 0, refuse: -2, chromium: -3 } as const

/**
 * One session for each pairing, so that neither cookies nor Chromium's memory of certificate decisions pass from one box, or one
 * trusted certificate, to the next. Every permission is denied in all of them, and nothing is downloaded.
 */
export function createSessions(electron: Electron, folder: string, isProbe: (contentsId: number) => boolean) {
  const known = new Map<string, BoxSession>()

  function open(partition: string, box: Box | null): BoxSession {
    const session = electron.session.fromPartition(partition)
    let refused: string | null = null
    session.protocol.handle(localScheme, serveLocalPage(folder))

    session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
    session.setPermissionCheckHandler(() => false)
    session.setDevicePermissionHandler(() => false)
    session.on('will-download', event => event.preventDefault())

    session.webRequest.onBeforeRequest(({ url, resourceType, webContentsId }, decide) => {
      const probe = webContentsId !== undefined && isProbe(webContentsId)
      decide({ cancel: !mayRequest(url, box?.origin ?? null, probe ? { page: resourceType === 'mainFrame' } : null) })
    })

    const pin = box?.pin
      ? { hostname: new URL(box.origin).hostname.replace(/^\[|\]$/g, ''), fingerprint: box.pin }
      : null
    session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, decide) => {
      const shown = { hostname, errorCode, fingerprint: readableFingerprint(certificate.fingerprint) }
      const judgement = judgeCertificate(shown, pin)
      const accepted = judgement === 'accept' || (judgement === 'chromium' && errorCode === 0)
      const offered = mayBePinned(shown) || judgement === 'refuse'
      refused = !accepted && offered ? shown.fingerprint : null
      decide(answers[judgement])
    })
    return { session, refused: () => refused }
  }

  return {
    /** The same for the same pairing. Null is for the connect page before any box is known. */
    for(box: Box | null): BoxSession {
      const name = box ? createHash('sha256').update(`${box.origin}\n${box.pin}`).digest('hex').slice(0, 16) : null
      const partition = name ? `persist:box-${name}` : 'local'
      const session = known.get(partition) ?? open(partition, box)
      known.set(partition, session)
      return session
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>
