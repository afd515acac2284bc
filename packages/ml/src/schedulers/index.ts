import { z } from 'zod'
import { BundleError } from '../bundle/bundle-error.ts'
import { ddim, ddimConfig } from './ddim.ts'
import { eulerAncestral, eulerAncestralConfig } from './euler-ancestral.ts'
import { eulerDiscrete, eulerDiscreteConfig } from './euler-discrete.ts'
import { flowMatchEuler, flowMatchEulerConfig } from './flow-match-euler.ts'
import { lcm, lcmConfig } from './lcm.ts'
import type { Scheduler } from './scheduler.ts'

export type { Scheduler, State } from './scheduler.ts'

const configs = [eulerDiscreteConfig, eulerAncestralConfig, ddimConfig, lcmConfig, flowMatchEulerConfig] as const

/** scheduler/scheduler_config.json, by diffusers' names; settings that are not implemented are refused, not ignored. */
export const schedulerConfig = z.discriminatedUnion('_class_name', configs, {
  error:
    'must be EulerDiscreteScheduler, EulerAncestralDiscreteScheduler, DDIMScheduler, LCMScheduler or ' +
    'FlowMatchEulerDiscreteScheduler; most models made for another one draw well with EulerDiscreteScheduler',
})

export type SchedulerConfig = z.infer<typeof schedulerConfig>

/**
 * The way from noise to picture in so many steps. It keeps nothing between steps, so any number of pictures may share one.
 * Throws BundleError where the config cannot be walked in that many.
 */
export function createScheduler(config: SchedulerConfig, steps: number): Scheduler {
  if (config._class_name === 'FlowMatchEulerDiscreteScheduler') return flowMatchEuler(config, steps)
  if (steps > config.num_train_timesteps)
    throw new BundleError(
      `The scheduler knows ${config.num_train_timesteps} timesteps and cannot take ${steps} steps: take fewer.`,
    )
  switch (config._class_name) {
    case 'EulerDiscreteScheduler':
      return eulerDiscrete(config, steps)
    case 'EulerAncestralDiscreteScheduler':
      return eulerAncestral(config, steps)
    case 'DDIMScheduler':
      return ddim(config, steps)
    case 'LCMScheduler':
      return lcm(config, steps)
  }
}
