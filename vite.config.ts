import { defineConfig } from 'vitest/config'

/** Vitest projects: `unit` next to the code it tests, `game` for tests that start real servers, `browser` for journeys in a real Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages,scripts}/**/src/**/*.test.{ts,tsx}', 'packages/ml/test/**/*.test.ts'],
        },
      },
      { test: { name: 'game', include: ['apps/server/test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: { name: 'browser', include: ['{apps,test}/**/*.journey.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
})
