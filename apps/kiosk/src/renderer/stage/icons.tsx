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
