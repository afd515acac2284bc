import { pull } from '../../src/models/pull.ts'

/** A pull in a process of its own, to be killed. */
const nothing = () => {}
const order = JSON.parse(process.env.ORDER ?? '')
await pull({ ...order, signal: new AbortController().signal, onProgress: nothing, say: nothing })
