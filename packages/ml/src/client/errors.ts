/** The queue is full; try again after `retryAfterMs`. */
export class InferenceBusy extends Error {
  override readonly name = 'InferenceBusy'
  readonly retryAfterMs: number
  constructor(message: string, retryAfterMs: number) {
    super(message)
    this.retryAfterMs = retryAfterMs
  }
}

/** The request itself is wrong (4xx): sending it again gets the same answer. */
export class InferenceRefused extends Error {
  override readonly name = 'InferenceRefused'
  readonly status: number
  readonly code: string | null
  /** Which part of the request is wrong, where the server tells. */
  readonly param: string | null
  constructor(message: string, status: number, code: string | null, param: string | null = null) {
    super(message)
    this.status = status
    this.code = code
    this.param = param
  }
}

/** Nobody answered, the answer broke off, or the server failed (5xx). */
export class InferenceUnavailable extends Error {
  override readonly name = 'InferenceUnavailable'
  /** HTTP status of the answer; null where there was none, or where it broke off. */
  readonly status: number | null
  constructor(message: string, { status = null, cause }: { status?: number | null; cause?: unknown } = {}) {
    super(message, { cause })
    this.status = status
  }

  /** No connection came about, so nobody can have begun the work. */
  get neverSent(): boolean {
    return notConnected.has(String((this.cause as { cause?: { code?: unknown } } | undefined)?.cause?.code))
  }
}

/** The deadline passed before the answer was complete. */
export class InferenceDeadline extends Error {
  override readonly name = 'InferenceDeadline'
}

/** Codes of Node's network layer and of fetch before anything of a request has left. */
const notConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])
