import { useTranslation } from 'react-i18next'
import { Link, Redirect, Route, Switch } from 'wouter'
import { AwardSheet } from './awards/award-sheet.tsx'
import { LanguageSwitch } from './components/language-switch.tsx'
import { Shell } from './components/shell.tsx'
import { useSending } from './entry/use-sending.ts'
import { useLanguage } from './player/use-language.ts'
import { AwardScreen } from './screens/award.tsx'
import { BackScreen } from './screens/back.tsx'
import { BoardScreen } from './screens/board.tsx'
import { HomeScreen } from './screens/home.tsx'
import { HowScreen } from './screens/how.tsx'
import { MeScreen } from './screens/me.tsx'
import { NotFoundScreen } from './screens/not-found.tsx'
import { PictureScreen } from './screens/picture.tsx'
import { PicturesScreen } from './screens/pictures.tsx'
import { PrivacyScreen } from './screens/privacy.tsx'
import { useLive } from './server/live.ts'
import { useMe } from './server/queries.ts'

export function App() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const setLanguage = useLanguage(me ?? null)
  useLive(me === undefined ? undefined : (me?.id ?? null))
  useSending(me)
  const corner = me ? <Link href="/how">{t('nav.how')}</Link> : <LanguageSwitch onChange={setLanguage} legendHidden />
  return (
    <Shell joined={Boolean(me)} corner={corner}>
      <Switch>
        <Route path="/" component={HomeScreen} />
        <Route path="/board" component={BoardScreen} />
        <Route path="/how" component={HowScreen} />
        <Route path="/privacy" component={PrivacyScreen} />
        <Route path="/back/:code">{({ code }) => <BackScreen code={code} me={me} />}</Route>
        {/* The rest is for players; whoever is none yet can become one. */}
        {me === null && (
          <Route path={/^\/(me|(pictures|awards)(\/[^/]*)?)$/}>
            <Redirect to="/" replace />
          </Route>
        )}
        <Route path="/pictures" component={PicturesScreen} />
        <Route path="/pictures/:id">{({ id }) => <PictureScreen id={id} />}</Route>
        <Route path="/awards/:id">{({ id }) => <AwardScreen id={id} />}</Route>
        <Route path="/me">{me && <MeScreen me={me} setLanguage={setLanguage} />}</Route>
        <Route component={NotFoundScreen} />
      </Switch>
      {me && <AwardSheet />}
    </Shell>
  )
}
