import { z } from 'zod'
import { cleanText, countGraphemes } from '../text.ts'
import type { Millis } from '../views.ts'

export type StaffRole = 'staff' | 'owner'

export interface StaffMemberView {
  id: string
  name: string
  role: StaffRole
}

/** What a device may know before anybody has unlocked it. */
export interface StaffStatus {
  paired: boolean
  /** Paired, and nobody has a PIN yet: the first to come becomes the owner. */
  needsOwner: boolean
  /** Who has unlocked this device; null while it is locked. */
  member: StaffMemberView | null
  /** Who can unlock it; empty where it is not paired. */
  members: StaffMemberView[]
  /** The device locks itself after so long without a tap. */
  autoLockMs: Millis
}

export interface StaffDeviceView {
  id: string
  name: string
  pairedAt: Millis
  /** Who has it unlocked now. */
  member: string | null
  /** The device that asks. */
  own: boolean
}

/** A one-time way in, for the terminal, a QR code or a keyboard. */
export interface PairingView {
  code: string
  /** Opens the staff screens and pairs in one go. */
  url: string
  expiresAt: Millis
}

export const staffRoleSchema = z.enum(['staff', 'owner'])
export const pinSchema = z.string().regex(/^\d{4,8}$/, 'pin-shape')
export const staffNameSchema = z
  .string()
  .max(200, 'staff-name-shape')
  .transform(cleanText)
  .refine(name => countGraphemes(name) >= 1 && countGraphemes(name) <= 30, 'staff-name-shape')

/** Why something was done to somebody, for the audit log. */
export const reasonSchema = z
  .string()
  .max(400, 'reason-shape')
  .transform(cleanText)
  .refine(reason => reason.length >= 1 && reason.length <= 200, 'reason-shape')

/** An id that the database made. */
export const idSchema = z.string().min(1).max(64)
/** Made anew by the screen for each thing it does; asking again with the same one does nothing twice. */
export const nonceSchema = z.string().regex(/^[\w-]{21}$/, 'invalid-input')
export const pictureHashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'picture-unknown')
