import { useTranslation } from 'react-i18next'
import { useIsOwner } from '../../access/use-member.ts'
import { Notice } from '../../shell/notice.tsx'
import { Page } from '../../shell/page.tsx'
import { Loaded } from '../../shell/states.tsx'
import { useSettings } from '../queries.ts'
import { Section } from '../section.tsx'
import { ContestSettings } from './contest-settings.tsx'
import { CrewSettings } from './crew-settings.tsx'
import { RoundSettings } from './round-settings.tsx'

/** What can be changed in the middle of the event; each thing saved by itself. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const query = useSettings()
  const editable = useIsOwner()
  return (
    <Page title={t('crew.settings.title')} lead={t('crew.settings.lead')}>
      {!editable && <Notice kind="note">{t('crew.settings.readOnly')}</Notice>}
      <Loaded query={query}>
        {({ contest, round }) => (
          <>
            <Section title={t('crew.settings.play')}>
              {round ? <RoundSettings round={round} editable={editable} /> : <p>{t('crew.settings.noRound')}</p>}
            </Section>
            <Section title={t('crew.settings.shown')}>
              <ContestSettings contest={contest} editable={editable} />
            </Section>
            <Section title={t('crew.settings.crew')}>
              <CrewSettings contest={contest} editable={editable} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
