import { shared } from '@dabble/ui'
import { Redirect, useParams } from 'wouter'

/** The code of an address that was opened, until the hand-over screen looks at it. */
const opened = shared<string | null>(null)

/** What the QR codes on phones lead to. The code goes on to the hand-over screen and out of the address. */
export function OpenedCode() {
  const { code } = useParams()
  if (code) opened.set(decodeURIComponent(code))
  return <Redirect to="/" replace />
}

/** The code of the address that led here; once. */
export function takeOpenedCode(): string | null {
  const code = opened.get()
  opened.set(null)
  return code
}
