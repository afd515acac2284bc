#!/usr/bin/env node
import { runSidecar } from './sidecar.ts'

/** `dabble-inference`: the sidecar alone, for containers. Docker waits ten seconds after SIGTERM before it kills. */
const defaults = { DABBLE_ML_HOST: '0.0.0.0', DABBLE_ML_PORT: '8000' }
const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))

await runSidecar({ ...defaults, ...given }, { withParent: false, answersLoading: false, graceMs: 8_000 })
