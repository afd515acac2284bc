/** Drawn, not typed: a booth machine may have no emoji font. */
const icon = (path: string) =>
  function Icon() {
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
        <path d={path} />
      </svg>
    )
  }

export const HandOverIcon = icon('M4 9h13v10H4zM4 9l1-4h11l1 4M10.500 9v10M14 14h7M18 11l3 3-3 3')
export const GiveIcon = icon(
  'M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7c-2-5-7-4-6-1 .5 1 3 1 6 1zM12 7c2-5 7-4 6-1-.5 1-3 1-6 1z',
)
export const PrizesIcon = icon('M4 7l8-4 8 4v10l-8 4-8-4zM4 7l8 4 8-4M12 11v10')
export const AwardsIcon = icon('M6 3h12v18l-3-2-3 2-3-2-3 2zM9.500 8h5M9.500 12h5')
export const DrawIcon = icon(
  'M5 4h14a1 1 0 011 1v14a1 1 0 01-1 1H5a1 1 0 01-1-1V5a1 1 0 011-1zM8.500 8.500v.01M15.500 8.500v.01M12 12v.01M8.500 15.500v.01M15.500 15.500v.01',
)
export const RanksIcon = icon('M9 21V9h6v12M3 21v-8h6M15 13h6v8M2 21h20M12 3v2')
export const PlayersIcon = icon(
  'M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM2.500 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 4.500a3.500 3.500 0 010 6.500M18 14.500c2.200.8 3.500 2.700 3.500 5.500',
)
export const ScreeningIcon = icon(
  'M2 12c3-5 6.500-7 10-7s7 2 10 7c-3 5-6.500 7-10 7s-7-2-10-7zM12 15a3 3 0 100-6 3 3 0 000 6z',
)
export const RoundsIcon = icon('M12 21a8 8 0 100-16 8 8 0 000 16zM12 9v4l3 2M9 2h6')
export const SettingsIcon = icon('M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5')
export const HealthIcon = icon('M2 12h5l2-6 5 12 2-6h6')
export const CrewIcon = icon(
  'M3 5h18v14H3zM8 12.500a2 2 0 100-4 2 2 0 000 4zM5 16c.3-1.500 1.500-2 3-2s2.700.5 3 2M14 10h4M14 14h4',
)
export const LogIcon = icon('M5 4v16M5 6h.01M9 6h11M9 12h11M9 18h11M5 12h.01M5 18h.01')
export const MoreIcon = icon('M5 12h.01M12 12h.01M19 12h.01')
export const LockIcon = icon('M6 11h12v9H6zM9 11V7a3 3 0 016 0v4')
export const CloseIcon = icon('M6 6l12 12M18 6L6 18')
export const GoodIcon = icon('M4 12.500l5.500 5.500L20 7')
export const ErrorIcon = icon('M12 3l10 17H2zM12 10v4M12 17v.01')
export const NoteIcon = icon('M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v6M12 7.500v.01')
export const WaitIcon = icon('M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 3')
export const UnknownIcon = icon(
  'M12 21a9 9 0 100-18 9 9 0 000 18zM9.500 9.500c0-3 5-3 5 0 0 2-2.500 2-2.500 4M12 17v.01',
)
export const BackIcon = icon('M15 5l-7 7 7 7')
export const ForwardIcon = icon('M9 5l7 7-7 7')
export const DeleteIcon = icon('M20 5H9l-6 7 6 7h11zM17 9.500l-5 5M12 9.500l5 5')
export const CameraIcon = icon('M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M7 12h10')
export const AddIcon = icon('M12 5v14M5 12h14')
export const UndoIcon = icon('M8 4L4 8l4 4M4 8h10a6 6 0 010 12H8')
export const AwayIcon = icon(
  'M3 3l18 18M5 12.500c1-1 2.500-2 4-2.300M19 12.500c-.8-.8-1.700-1.400-2.700-1.800M2 9c1.200-1.200 2.600-2.200 4-2.900M22 9c-2.700-2.700-6.300-4-10-3.900M8.500 16c2-1.700 4.500-1.800 6.500-.5M12 20v.01',
)
