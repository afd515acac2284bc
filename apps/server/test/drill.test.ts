import { expect, it } from 'vitest'
import { drill } from './drill.ts'

it.runIf(process.platform === 'linux')(
  'loses no acknowledged entry when server and sidecar are killed at random moments of a running crowd',
  async () => {
    const result = await drill({ kills: 4, players: 6 })
    expect(result).toMatchObject({ server_kills: 2, sidecar_kills: 2, lost: 0, orphans: 0, verify_code: 0 })
    expect(result.verify).toMatchObject({ differences: [], missing: [], broken: [] })
    expect(result.acknowledged).toBeGreaterThan(6)
    expect(result.verify.pictures).toBeGreaterThan(3)
  },
  120_000,
)
