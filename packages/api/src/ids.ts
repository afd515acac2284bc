import { nanoid } from 'nanoid'

/** A new entry id, as `entryIdSchema` wants it; works without a secure context. */
export const newEntryId = (): string => nanoid(21)

/** A new nonce for one thing that staff do, as `nonceSchema` wants it; the same one again does nothing twice. */
export const newNonce = (): string => nanoid(21)
