import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

// Tests start a hundred sidecars: none has to compile again what another one has, which is a fifth of its start.
process.env.NODE_COMPILE_CACHE ??= resolve(import.meta.dirname, 'node_modules/.cache/node-compile')

/**
 * Vitest projects: `unit` beside the code it tests, `game` starts real servers and sidecars, `browser` drives a real Chromium
 * against a real game, `crew` does so with the screens of the crew, `looks` opens every screen in many sizes, languages and
 * themes. `npm test` runs the first three and fits into five minutes; `npm run screens` runs the others; CI runs both.
 */
const crew = ['test/journeys/{crew,staff,rounds}.journey.ts', 'apps/kiosk/test/crew.journey.ts']
const slow = { testTimeout: 60_000, hookTimeout: 60_000 }
/**
 * Three files at a time, whatever their project: on two cores, because a third of a slow file is waiting (for a pace, a clock, a
 * restart). Vitest takes projects by name and the larger files first, so the many quick ones come last and leave no core idle.
 *
 * Files share the process that runs them: to load the server, zod and drizzle again for each took longer than most files' tests.
 * Who changes something global puts it back.
 */
const together = { maxWorkers: 3, isolate: false }

export default defineConfig({
  test: {
    reporters: ['default', './scripts/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{apps,packages}/*/src/**/*.test.{ts,tsx}',
            'packages/*/test/**/*.test.ts',
            '{bench,scripts}/**/*.test.ts',
          ],
          testTimeout: 30_000,
          ...together,
        },
      },
      { test: { name: 'game', include: ['apps/server/test/**/*.test.ts'], ...slow, ...together } },
      { test: { name: 'browser', include: ['{apps,test}/**/*.journey.ts'], exclude: crew, ...slow, ...together } },
      { test: { name: 'crew', include: crew, ...slow, ...together } },
      { test: { name: 'looks', include: ['{apps,test}/**/*.looks.ts'], ...slow, ...together } },
    ],
  },
})
