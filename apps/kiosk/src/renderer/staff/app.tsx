import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Access } from './access/access.tsx'
import { NotFoundScreen } from './not-found.tsx'
import { routes } from './routes.ts'
import { useLive } from './server/live.ts'
import { ScreenBoundary } from './shell/screen-boundary.tsx'
import { Shell } from './shell/shell.tsx'
import { Loading } from './shell/states.tsx'

export function App() {
  useLive()
  return (
    <Access>
      <Shell>
        <ScreenBoundary>
          <Suspense fallback={<Loading />}>
            <Switch>
              {routes.map(({ path, screen }) => (
                <Route key={path} path={path} component={screen} />
              ))}
              <Route component={NotFoundScreen} />
            </Switch>
          </Suspense>
        </ScreenBoundary>
      </Shell>
    </Access>
  )
}
