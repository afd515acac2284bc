import { recoveryCodeSchema } from '@dabble/api'
import { expect, it } from 'vitest'
import { hashCode, newPairingCode, newPlayerCode, newRecoveryCode } from './codes.ts'

const many = <T>(make: () => T) => Array.from({ length: 300 }, make)

it('makes codes that people can read out', () => {
  for (const code of many(newPlayerCode)) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{5}$/)
  for (const code of many(newRecoveryCode)) {
    expect(code).toMatch(/^(\w{4}-){2}\w{4}$/)
    expect(recoveryCodeSchema.parse(code)).toBe(code.replaceAll('-', ''))
  }
  for (const code of many(newPairingCode)) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/)
})

it('makes another every time, with every character in use', () => {
  expect(new Set(many(newRecoveryCode)).size).toBe(300)
  expect(new Set(many(newRecoveryCode).join('').replaceAll('-', '')).size).toBe(30)
})

it('knows a code however it was typed, and keeps only its hash', () => {
  const code = newRecoveryCode()
  expect(hashCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(hashCode(code))
  expect(hashCode(code)).toMatch(/^[0-9a-f]{64}$/)
  expect(hashCode(newRecoveryCode())).not.toBe(hashCode(code))
})
