import { expect, it } from 'vitest'
import { settingsSchema, windowsSchema } from './rounds.ts'

const window = (id: string | undefined, opensAt: number) => ({ id, name: 'day', opensAt, closesAt: opensAt + 1 })

it('knows a window once, so that none is smuggled past one that has begun', () => {
  expect(windowsSchema.safeParse([window('a', 1), window('b', 3), window(undefined, 5)]).success).toBe(true)
  expect(windowsSchema.safeParse([window('a', 1), window('a', 3)]).error?.issues[0]?.message).toBe('invalid-input')
  expect(windowsSchema.safeParse([window('a', 1), window('b', 1)]).error?.issues[0]?.message).toBe('window-overlap')
})

it('takes no webhook that could not be told anything', () => {
  const takes = (webhookUrl: string) => settingsSchema.safeParse({ contest: { webhookUrl } }).success
  expect(takes('https://hooks.example/T0/secret')).toBe(true)
  expect(takes('http://192.168.0.9:8065/hooks/x')).toBe(true)
  for (const url of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//hooks.example',
    'https://me:secret@hooks.example/',
  ])
    expect(takes(url), url).toBe(false)
})
