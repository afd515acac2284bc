import { useEffect, useRef, useState } from 'react'
import { isNewSighting, type Sighting } from './sighting.ts'

/** Not in the type library yet; in Chromium on Android, ChromeOS and macOS. */
interface BarcodeDetector {
  detect(source: HTMLVideoElement): Promise<Array<{ rawValue: string }>>
}
declare const BarcodeDetector: (new (options: { formats: string[] }) => BarcodeDetector) | undefined

const lookEveryMs = 150

/** Cameras want a secure page; reading codes is up to the browser. */
export const canScan = (): boolean =>
  typeof BarcodeDetector !== 'undefined' && Boolean(navigator.mediaDevices?.getUserMedia)

/** Shows the camera that looks away from the user, and tells each QR code that it sees once. */
export function useCamera(onCode: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const [refused, setRefused] = useState(false)
  const tell = useRef(onCode)
  tell.current = onCode
  useEffect(() => {
    if (typeof BarcodeDetector === 'undefined') return
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    let stream: MediaStream | null = null
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let last: Sighting | null = null
    async function start() {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (stopped || !video.current) return release()
      video.current.srcObject = stream
      await video.current.play()
      look()
    }
    async function look() {
      if (stopped || !video.current) return
      // A frame that cannot be read is followed by another.
      const [code] = await detector.detect(video.current).catch(() => [])
      if (code) {
        const sighting = { text: code.rawValue, at: performance.now() }
        if (isNewSighting(sighting, last)) tell.current(code.rawValue)
        last = sighting
      }
      timer = setTimeout(look, lookEveryMs)
    }
    const release = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    start().catch(() => setRefused(true))
    return () => {
      stopped = true
      clearTimeout(timer)
      release()
    }
  }, [])
  return { video, refused }
}
