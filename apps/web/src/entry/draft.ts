import { isText, stored } from '../storage/stored.ts'

/** The prompt being written; survives a reload. */
export const draft = stored('draft', isText)
