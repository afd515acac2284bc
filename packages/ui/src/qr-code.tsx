import { useMemo } from 'react'
import { encode } from 'uqr'

/** Modules of white around a QR code that its standard asks for. */
const quietZone = 4

/** Modules along a side of the QR code for this text, without and with its white margin. */
export function qrModules(text: string): { code: number; withMargin: number } {
  const { size } = encode(text, { ecc: 'M', border: 0 })
  return { code: size, withMargin: size + 2 * quietZone }
}

/** Black on white whatever the theme: cameras come first. */
export function QrCode({ text, label = text, className }: { text: string; label?: string; className?: string }) {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(text, { ecc: 'M', border: quietZone })
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
    return { size, path }
  }, [text])
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
