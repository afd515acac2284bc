/** Limits that phone, kiosk and server agree on. Lengths are counted after cleaning (see `text.ts`). */
export const limits = {
  /** Code points. */
  prompt: { min: 1, max: 200 },
  /** Graphemes: what a person would call characters. */
  nickname: { min: 1, max: 20 },
  /** UTF-16 units of raw input that the server is willing to look at. */
  rawText: 2_000,
  /** Bytes of a CAPTCHA solution. */
  captchaSolution: 4_096,
  /** How long the big screen is told of an award that is announced, in milliseconds. */
  announcedMs: 30_000,
  /** Rows of the audit log that are sent at once; fewer are its end. */
  logRows: 50,
  /** Rows of the leaderboard that are sent to everybody. */
  boardRows: 20,
} as const
