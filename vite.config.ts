import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * Vitest projects, quickest first: `unit` beside the code it tests, `game` starts real servers and sidecars, `browser` drives a
 * real Chromium against a real game, `looks` opens every screen in many sizes, languages and themes. `npm test` runs all but the
 * last, which takes minutes and changes with style sheets only: `npm run looks`, and CI.
 */
const slow = { testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 }
/** One project after the other: two cores are not enough for a crowd and a browser at once. */
const turn = (groupOrder: number) => ({ sequence: { groupOrder } })

export default defineConfig({
  test: {
    reporters: ['default', './scripts/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages}/*/src/**/*.test.{ts,tsx}', 'packages/*/test/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 30_000,
          // Vitest would leave one of two cores idle.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          ...turn(0),
        },
      },
      { test: { name: 'game', include: ['apps/server/test/**/*.test.ts'], ...slow, ...turn(1) } },
      { test: { name: 'browser', include: ['{apps,test}/**/*.journey.ts'], ...slow, ...turn(2) } },
      { test: { name: 'looks', include: ['{apps,test}/**/*.looks.ts'], ...slow, ...turn(3) } },
    ],
  },
})
