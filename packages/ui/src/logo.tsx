/** The duck and the swan, meeting on the pond. */
export function Logo({ className, title }: { className?: string; title?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 120 84"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      <path
        d="M101 56c8-6 12-14 13-24-7 6-16 8-24 9"
        fill="var(--swan)"
        stroke="var(--swan)"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      <path
        d="M84 58c-13-6-20-16-14-27 4-7 2-16-6-15"
        fill="none"
        stroke="var(--swan)"
        strokeWidth="9"
        strokeLinecap="round"
      />
      <path d="M68 50c8-10 22-10 32-7 8 3 9 25-14 25-14 0-22-8-18-18z" fill="var(--swan)" />
      <path d="M78 52c6 7 17 7 25-3" fill="none" stroke="#c9d6dc" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M62 12l-13 7c-1 3 6 4 14 2z" fill="var(--beak)" />
      <path d="M62 11.500l-4 2.500 2 7.500 3-.5z" fill="#2b2b2b" />
      <circle cx="65" cy="14.500" r="1.800" fill="#2b2b2b" />
      <path
        d="M9 46c4 5 10 5 15 3 2-3 3-6 2-9-3-9 3-17 12-17s14 7 13 15c0 4-2 6-1 9 5 4 6 9 4 13-3 6-11 8-22 8C16 68 5 60 9 46z"
        fill="var(--duck)"
      />
      <path d="M20 54c5 6 14 6 19-1" fill="none" stroke="var(--duck-deep)" strokeWidth="2.500" strokeLinecap="round" />
      <path d="M49 33c5-2 10 0 10 2s-5 5-11 4z" fill="var(--beak)" />
      <circle cx="42" cy="32" r="2.200" fill="#2b2b2b" />
      <path
        d="M4 68c8-5 12 3 20 0s12-3 19 0 12 3 19 0 12-3 19 0 12 3 19 0 10-3 16 0M22 78c6-3 9 2 15 0s9-2 15 0 9 2 15 0 9-2 15 0 9 2 15 0"
        fill="none"
        stroke="var(--water)"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </svg>
  )
}
