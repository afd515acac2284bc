import type { Messages } from '@dabble/ui/messages'
import { type ComponentType, lazy } from 'react'
import * as icons from './shell/icons.tsx'

export interface StaffRoute {
  /** Below `/staff`, as wouter reads it. */
  path: string
  /** Only what the menus lead to has a name, `staff.nav.<name>`, and an icon. */
  name?: keyof Messages['staff']['nav']
  icon?: ComponentType
  /** One of the four that a phone's bar has room for. */
  inBar?: boolean
  screen: ComponentType
}

/** Each screen is fetched when it is first wanted, and all of them soon after the start (see `preloadScreens`). */
const loaders: Array<() => Promise<unknown>> = []

function screen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): ComponentType {
  loaders.push(load)
  return lazy(async () => ({ default: (await load())[name] as ComponentType }))
}

/** So that no screen has to be fetched while the server is away. */
export async function preloadScreens(): Promise<void> {
  for (const load of loaders) await load()
}

/** Every screen there is, in the order of the menus. */
export const routes: readonly StaffRoute[] = [
  {
    path: '/',
    name: 'handOver',
    icon: icons.HandOverIcon,
    inBar: true,
    screen: screen(() => import('./hand-over/hand-over.tsx'), 'HandOverScreen'),
  },
  {
    path: '/claim/:code',
    screen: screen(() => import('./hand-over/opened-code.tsx'), 'OpenedCode'),
  },
  {
    path: '/player/:code',
    screen: screen(() => import('./hand-over/opened-code.tsx'), 'OpenedCode'),
  },
  {
    path: '/give',
    name: 'give',
    icon: icons.GiveIcon,
    inBar: true,
    screen: screen(() => import('./give/give.tsx'), 'GiveScreen'),
  },
  {
    path: '/screening',
    name: 'screening',
    icon: icons.ScreeningIcon,
    inBar: true,
    screen: screen(() => import('./crew/screening/screening.tsx'), 'ScreeningScreen'),
  },
  {
    path: '/players',
    name: 'players',
    icon: icons.PlayersIcon,
    inBar: true,
    screen: screen(() => import('./crew/players/players.tsx'), 'PlayersScreen'),
  },
  {
    path: '/players/:id',
    screen: screen(() => import('./crew/players/player.tsx'), 'PlayerScreen'),
  },
  {
    path: '/draw',
    name: 'draw',
    icon: icons.DrawIcon,
    screen: screen(() => import('./draw/draw.tsx'), 'DrawScreen'),
  },
  {
    path: '/ranks',
    name: 'ranks',
    icon: icons.RanksIcon,
    screen: screen(() => import('./ranks/ranks.tsx'), 'RanksScreen'),
  },
  {
    path: '/awards',
    name: 'awards',
    icon: icons.AwardsIcon,
    screen: screen(() => import('./awards/awards.tsx'), 'AwardsScreen'),
  },
  {
    path: '/prizes',
    name: 'prizes',
    icon: icons.PrizesIcon,
    screen: screen(() => import('./prizes/prizes.tsx'), 'PrizesScreen'),
  },
  {
    path: '/prizes/:id',
    screen: screen(() => import('./prizes/prize.tsx'), 'PrizeScreen'),
  },
  {
    path: '/rounds',
    name: 'rounds',
    icon: icons.RoundsIcon,
    screen: screen(() => import('./crew/rounds/rounds.tsx'), 'RoundsScreen'),
  },
  {
    path: '/rounds/new',
    screen: screen(() => import('./crew/rounds/new-round.tsx'), 'NewRoundScreen'),
  },
  {
    path: '/settings',
    name: 'settings',
    icon: icons.SettingsIcon,
    screen: screen(() => import('./crew/settings/settings.tsx'), 'SettingsScreen'),
  },
  {
    path: '/health',
    name: 'health',
    icon: icons.HealthIcon,
    screen: screen(() => import('./crew/health/health.tsx'), 'HealthScreen'),
  },
  {
    path: '/crew',
    name: 'crew',
    icon: icons.CrewIcon,
    screen: screen(() => import('./crew/team/team.tsx'), 'TeamScreen'),
  },
  {
    path: '/log',
    name: 'log',
    icon: icons.LogIcon,
    screen: screen(() => import('./crew/log/log.tsx'), 'LogScreen'),
  },
]
