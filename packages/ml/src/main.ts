import { runSidecar } from './sidecar.ts'

await runSidecar(process.env)
