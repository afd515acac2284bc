import { health } from './crew/health.ts'
import { deed, log } from './crew/log.ts'
import { players } from './crew/players.ts'
import { rounds } from './crew/rounds.ts'
import { screening } from './crew/screening.ts'
import { settings } from './crew/settings.ts'
import { team } from './crew/team.ts'

export const crew = { players, screening, rounds, settings, health, team, log, deed }
