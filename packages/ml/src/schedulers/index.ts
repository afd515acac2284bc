import { z } from 'zod'
import { flowMatchEuler, flowMatchEulerConfig } from './flow-match-euler.ts'
import type { Scheduler } from './scheduler.ts'

export type { Scheduler, State } from './scheduler.ts'

/** scheduler/scheduler_config.json, by diffusers' names; settings that are not implemented are refused, not ignored. */
export const schedulerConfig = z.discriminatedUnion('_class_name', [flowMatchEulerConfig])

export type SchedulerConfig = z.infer<typeof schedulerConfig>

export function createScheduler(config: SchedulerConfig, steps: number): Scheduler {
  return flowMatchEuler(config, steps)
}
