/** Drawn, not typed: a booth machine may have no emoji font. */
const icon = (path: string, viewBox = '0 0 24 24') =>
  function Icon({ className }: { className?: string }) {
    return (
      <svg className={className} viewBox={viewBox} fill="currentColor" aria-hidden="true">
        <path d={path} />
      </svg>
    )
  }

export const ArrowUp = icon('M12 3 22 15H15V21H9V15H2Z')
export const ArrowDown = icon('M12 21 2 9H9V3H15V9H22Z')
export const Star = icon('m12 1.8 3.1 6.6 7.2.9-5.3 5 1.4 7.1L12 17.9l-6.4 3.5L7 14.3l-5.3-5 7.2-.9z')
export const Ghost = icon(
  'M12 2a8 8 0 0 0-8 8v12l2.7-2.4L9.3 22l2.7-2.4 2.7 2.4 2.6-2.4L20 22V10a8 8 0 0 0-8-8ZM9 8.5a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Zm6 0a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Z',
)
export const Crown = icon('M2 7l5.2 4L12 4l4.8 7L22 7l-2 12H4z')
export const Snowflake = icon(
  'M11 2h2v3.2l2.3-1.3 1 1.7L13 7.5v2.8l2.4-1.4V5.100h2v2.600l2.800-1.600 1 1.700-2.800 1.600 2.300 1.300-1 1.700-3.300-1.900L14 12l2.400 1.400 3.300-1.900 1 1.700-2.300 1.300 2.800 1.600-1 1.700-2.800-1.600V19h-2v-3.800L13 13.800v2.800l3.300 1.900-1 1.700L13 18.900V22h-2v-3.200l-2.300 1.300-1-1.700 3.300-1.900v-2.800l-2.400 1.400V19h-2v-2.700l-2.800 1.600-1-1.700 2.800-1.600-2.300-1.300 1-1.700 3.300 1.900L10 12l-2.400-1.400-3.300 1.900-1-1.700 2.300-1.300-2.800-1.600 1-1.700 2.800 1.600V5.100h2v3.800l2.400 1.400V7.500L7.700 5.600l1-1.700L11 5.200Z',
)
export const Trophy = icon(
  'M6 3h12v2h4c0 4.500-1.500 7.200-5 7.900A6 6 0 0 1 13 15.900V18h3a2 2 0 0 1 2 2v1H6v-1a2 2 0 0 1 2-2h3v-2.100a6 6 0 0 1-4-3C3.500 12.200 2 9.500 2 5h4Zm-1.900 4c.2 1.700.8 2.800 1.900 3.400V7Zm13.900 0v3.400c1.100-.6 1.700-1.700 1.900-3.400Z',
)
