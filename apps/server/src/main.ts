import '../../../scripts/node-version.mjs'

// Not before the version is known to be right: what follows loads native code.
const { runUntilStopped } = await import('./run.ts')
await runUntilStopped(process.env)
