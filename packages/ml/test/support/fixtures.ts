import { fileURLToPath } from 'node:url'

/** Reference pipelines, CLIP and tokenizer, with goldens of every stage. */
export const fixturesDir = fileURLToPath(new URL('../fixtures', import.meta.url))
