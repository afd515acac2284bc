import type { ReactNode } from 'react'

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const BrushIcon = () => (
  <Icon>
    <path d="M20 4c-5 1-9 5-11 9l2 2c4-2 8-6 9-11zM8 14c-3 0-4 2-4 6 4 0 6-1 6-4z" />
  </Icon>
)

export const TrophyIcon = () => (
  <Icon>
    <path d="M7 4h10v6a5 5 0 01-10 0zM7 6H4c0 3 1 5 3 5M17 6h3c0 3-1 5-3 5M12 15v3M8 21h8c0-2-2-3-4-3s-4 1-4 3z" />
  </Icon>
)

export const PicturesIcon = () => (
  <Icon>
    <path d="M4 8h12v12H4zM8 8V4h12v12h-4M4 17l4-4 3 3 2-2 3 3" />
  </Icon>
)

export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 21c0-4 4-6 8-6s8 2 8 6" />
  </Icon>
)

export const HelpIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M9.500 9.500c0-3 5-3 5 0 0 2-2.500 2-2.500 4M12 17v.01" />
  </Icon>
)

export const SaveIcon = () => (
  <Icon>
    <path d="M12 4v11M7 11l5 5 5-5M5 20h14" />
  </Icon>
)

export const AgainIcon = () => (
  <Icon>
    <path d="M5 12a7 7 0 107-7H8M11 2L8 5l3 3" />
  </Icon>
)

export const BackIcon = () => (
  <Icon>
    <path d="M15 5l-7 7 7 7" />
  </Icon>
)

export const UpIcon = () => (
  <Icon>
    <path d="M12 19V6M6 12l6-6 6 6" />
  </Icon>
)
