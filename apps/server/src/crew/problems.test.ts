import type { EndpointState, EndpointView } from '@dabble/api'
import { expect, it } from 'vitest'
import { type Facts, limits, problemsOf } from './problems.ts'

const day = 24 * 3_600_000
const at = 10 * day
const anEndpoint: EndpointView = {
  number: 1,
  host: 'a.example',
  gpuIndex: null,
  state: 'ready',
  bundle: null,
  provider: 'cpu',
  gpu: null,
  gpuMemoryFreeBytes: null,
  drawing: 0,
  places: 1,
  repeatable: true,
}
const fine: Facts = {
  at,
  queue: 0,
  picturesPerMinute: 0,
  players: 9,
  watching: 9,
  inference: { ready: true, notes: [], endpoints: [] },
  disk: { freeBytes: limits.diskBytes, databaseBytes: 1, picturesBytes: 1 },
  errors: { count: 0, newest: null },
  failedPictures: 0,
  waitingForScreening: 0,
  lastBackupAt: at,
  upSince: 0,
  version: '1',
  screeningSince: null,
  newestEntryAt: at - 1,
  createdAt: at - 2 * day,
}
const endpoints = (...states: EndpointState[]) =>
  states.map((state, i) => ({ ...anEndpoint, number: i + 1, state })) satisfies EndpointView[]
const problems = (change: Partial<Facts>) => problemsOf({ ...fine, ...change })

it('is silent while all is well', () => {
  expect(problems({})).toEqual([])
})

it.each<[string, Partial<Facts>, Partial<Facts>]>([
  ['inference-away', { inference: { ...fine.inference, ready: false } }, {}],
  [
    'endpoint-away',
    { inference: { ...fine.inference, endpoints: endpoints('ready', 'away') } },
    { inference: { ...fine.inference, endpoints: endpoints('ready', 'starting', 'set-aside') } },
  ],
  [
    'endpoint-refused',
    { inference: { ...fine.inference, endpoints: endpoints('ready', 'other-bundle') } },
    { inference: { ...fine.inference, endpoints: endpoints('ready') } },
  ],
  ['queue-long', { queue: 90, picturesPerMinute: 60 }, { queue: 50, picturesPerMinute: 60 }],
  ['queue-long', { queue: 20, picturesPerMinute: 0 }, { queue: 19, picturesPerMinute: 0 }],
  ['disk-low', { disk: { ...fine.disk, freeBytes: limits.diskBytes - 1 } }, {}],
  ['pictures-failing', { failedPictures: 3 }, { failedPictures: 2 }],
  ['screening-waiting', { screeningSince: at - 180_000 }, { screeningSince: at - 179_999 }],
  ['no-backup', { lastBackupAt: at - day }, { lastBackupAt: at - day + 1 }],
  ['no-backup', { lastBackupAt: null }, { lastBackupAt: null, createdAt: at - 1 }],
  ['no-backup', { lastBackupAt: at - 5 * day }, { lastBackupAt: at - 5 * day, newestEntryAt: at - 6 * day }],
  ['no-backup', { lastBackupAt: null }, { lastBackupAt: null, newestEntryAt: null }],
  ['errors', { errors: { count: 10, newest: null } }, { errors: { count: 9, newest: null } }],
])('%s at its limit and not before', (problem, beyond, below) => {
  expect(problems(beyond)).toEqual([problem])
  expect(problems(below)).toEqual([])
})
