import { nanoid } from 'nanoid'

/** A new entry id, as `entryIdSchema` wants it; works without a secure context. */
export const newEntryId = (): string => nanoid(21)
