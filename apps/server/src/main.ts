import '../../../scripts/node-version.mjs'
import { runUntilStopped } from './run.ts'

await runUntilStopped(process.env)
