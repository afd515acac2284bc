import { defineConfig } from 'drizzle-kit'

/** `pnpm --filter @dabble/server migrations` writes the next numbered migration from the schema. */
export default defineConfig({ dialect: 'sqlite', schema: './src/db/schema.ts', out: './src/db/migrations' })
