import type { AuditRow } from '@dabble/api'
import type { TFunction } from 'i18next'

/** What was done, in words; who did it stands before it. */
export function deedText(t: TFunction, { action, subjectName }: Pick<AuditRow, 'action' | 'subjectName'>): string {
  return t(`crew.deed.${action}`, { subject: subjectName ?? unnamed(t, action) }).trim()
}

/** For what has no name, or has lost it. */
function unnamed(t: TFunction, action: AuditRow['action']): string {
  const [kind] = action.split('.') as [Kind<AuditRow['action']>]
  return kind === 'picture' || kind === 'screen' || kind === 'settings' ? '' : t(`crew.log.unnamed.${kind}`)
}

type Kind<Action extends string> = Action extends `${infer K}.${string}` ? K : never

/** A name of the crew, or who else it was. */
export const authorText = (t: TFunction, author: string): string =>
  author === 'player' || author === 'system' ? t(`crew.log.authors.${author}`) : author
