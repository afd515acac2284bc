import { runSidecar } from './sidecar.ts'

await runSidecar(process.env, { withParent: true, answersLoading: true, graceMs: 1_000 })
