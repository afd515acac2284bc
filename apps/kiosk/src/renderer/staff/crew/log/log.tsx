import { useTranslation } from 'react-i18next'
import { Button } from '../../shell/button.tsx'
import { Page } from '../../shell/page.tsx'
import { Empty, Loaded } from '../../shell/states.tsx'
import { useLog } from '../queries.ts'
import { Section } from '../section.tsx'
import { DeedList } from './deed-list.tsx'
import styles from './log.module.css'

/** Everything that was done, newest first. */
export function LogScreen() {
  const { t } = useTranslation()
  const query = useLog()
  return (
    <Page title={t('crew.log.title')} lead={t('crew.log.lead')}>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flat()
          if (rows.length === 0) return <Empty title={t('crew.log.empty')} text={t('crew.log.emptyText')} />
          return (
            <Section title={t('crew.log.title')} titleHidden>
              <DeedList rows={rows} />
              <div className={styles.more}>
                {query.hasNextPage ? (
                  <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                    {t('crew.log.more')}
                  </Button>
                ) : (
                  <p>{t('crew.log.end')}</p>
                )}
              </div>
            </Section>
          )
        }}
      </Loaded>
    </Page>
  )
}
