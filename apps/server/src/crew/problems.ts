import type { HealthProblem, HealthView, Millis } from '@dabble/api'

/** What problems are seen by, besides what staff are shown. */
export interface Facts extends Omit<HealthView, 'problems'> {
  /** When the oldest picture that waits for staff was drawn; null where none waits. */
  screeningSince: Millis | null
  /** When something was last worth keeping: an entry, or null before the first. */
  newestEntryAt: Millis | null
  /** When the contest was created. */
  createdAt: Millis
}

const minuteMs = 60_000
export const limits = {
  /** Pictures; and only when they are more than a minute's work. */
  queue: 20,
  diskBytes: 2 * 2 ** 30,
  failedPictures: 3,
  screeningMs: 3 * minuteMs,
  backupMs: 24 * 60 * minuteMs,
  errors: 10,
}

const rules: Record<HealthProblem, (facts: Facts) => boolean> = {
  'inference-away': ({ inference }) => !inference.ready,
  'endpoint-away': ({ inference: { ready, endpoints } }) =>
    ready && endpoints.some(({ state }) => state === 'away' || state === 'ended'),
  'endpoint-refused': ({ inference: { endpoints } }) =>
    endpoints.some(({ state }) => state === 'other-bundle' || state === 'refused'),
  'queue-long': ({ queue, picturesPerMinute }) => queue >= limits.queue && queue > picturesPerMinute,
  'disk-low': ({ disk }) => disk.freeBytes < limits.diskBytes,
  'pictures-failing': ({ failedPictures }) => failedPictures >= limits.failedPictures,
  'screening-waiting': ({ at, screeningSince }) => screeningSince !== null && at - screeningSince >= limits.screeningMs,
  'no-backup': ({ at, lastBackupAt, newestEntryAt, createdAt }) =>
    newestEntryAt !== null &&
    newestEntryAt > (lastBackupAt ?? 0) &&
    at - Math.max(lastBackupAt ?? 0, createdAt) >= limits.backupMs,
  errors: ({ errors }) => errors.count >= limits.errors,
}

/** What needs a person, most urgent first. */
export const problemsOf = (facts: Facts): HealthProblem[] =>
  (Object.keys(rules) as HealthProblem[]).filter(problem => rules[problem](facts))
