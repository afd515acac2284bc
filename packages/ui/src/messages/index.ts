import type { Language } from '@dabble/api'
import { en, type Messages } from './en.ts'
import { ko } from './ko.ts'

export const messages: Record<Language, Messages> = { ko, en }
export const languages = Object.keys(messages) as Language[]
export type { Messages }
