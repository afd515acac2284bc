import type { HealthView, Millis } from '@dabble/api'
import type { FastifyServerOptions } from 'fastify'

type LoggerOptions = Extract<NonNullable<FastifyServerOptions['logger']>, object>

/** Errors of the last hour, as the log gets them. */
export interface ErrorTally {
  /** For the logger's options. Counts what the log level lets through: everything but with `fatal` and `silent`. */
  hooks: LoggerOptions['hooks']
  errors(now: Millis): HealthView['errors']
}

const hourMs = 3_600_000
const errorLevel = 50
/** More are not told apart from so many. */
const most = 1_000

export function createErrorTally(now: () => Millis = Date.now): ErrorTally {
  let times: Millis[] = []
  let newest: { at: Millis; text: string } | null = null
  const since = (at: Millis) => times.filter(time => time > at - hourMs)

  return {
    hooks: {
      logMethod(args, method, level) {
        if (level >= errorLevel) {
          const at = now()
          times = [...since(at).slice(1 - most), at]
          newest = { at, text: sentenceOf(args) }
        }
        method.apply(this, args)
      },
    },
    errors(at) {
      const recent = since(at)
      return { count: recent.length, newest: recent.length ? newest : null }
    },
  }
}

/** Our own words and the kind of error; never an error's message, which may quote what somebody typed. */
function sentenceOf(args: readonly unknown[]): string {
  const [first, second] = args
  const text = typeof first === 'string' ? first : typeof second === 'string' ? second : 'error'
  const { err } = (typeof first === 'object' && first !== null ? first : {}) as { err?: unknown }
  if (!(err instanceof Error)) return text
  const { code } = err as { code?: unknown }
  return `${text} (${typeof code === 'string' ? code : err.name})`
}
