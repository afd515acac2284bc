import type { AuditRow } from '@dabble/api'
import type { TFunction } from 'i18next'

const settings = {
  minGapMs: 'minGap',
  burst: 'burst',
  burstWindowMs: 'burstWindow',
  captcha: 'captcha',
  screening: 'screening',
  name: 'name',
  decimals: 'decimals',
  screenLanguages: 'screenLanguages',
  timeZone: 'timeZone',
  autoLockMs: 'autoLock',
  webhookUrl: 'webhook',
} as const
const setting = new RegExp(
  `(^|, )(${Object.keys(settings).join('|')}): (.*?) → (.*?)(?=$|, (?:${Object.keys(settings).join('|')}): )`,
  'g',
)

/** Why something was done, or what exactly; null where the sentence has said it all. */
export function reasonText(
  t: TFunction,
  { action, author, subjectName, reason }: Pick<AuditRow, 'action' | 'author' | 'subjectName' | 'reason'>,
): string | null {
  if (reason === '' || reason === subjectName || reason === author) return null
  if (action === 'settings.change') return settingsText(t, reason)
  if (action === 'crew.add' || action === 'crew.role') {
    return reason.replace(/\b(staff|owner)\b/g, role => t(`crew.team.roles.${role as 'staff' | 'owner'}`))
  }
  return reason
}

/** The server tells settings by their names in the program, and times in milliseconds. */
function settingsText(t: TFunction, reason: string): string {
  return reason.replace(setting, (_, comma: string, name: keyof typeof settings, before: string, after: string) => {
    const say = (value: string) => valueText(t, name, value)
    return `${comma}${t(`crew.settings.${settings[name]}`)}: ${say(before)} → ${say(after)}`
  })
}

function valueText(t: TFunction, name: keyof typeof settings, value: string): string {
  if (/Ms$/.test(name)) return t('crew.settings.seconds', { count: Math.round(Number(value) / 1_000) })
  if (name === 'screening') return t(`crew.settings.screenings.${value === 'true' ? 'hold' : 'open'}`)
  if (name === 'captcha' && (value === 'every' || value === 'cadence' || value === 'off')) {
    return t(`crew.settings.captchas.${value}`)
  }
  return value
}
