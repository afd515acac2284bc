import type { BundleManifest } from '@dabble/ml/bundle'
import { composeTargetPrompt } from '../start/target-prompt.ts'
import { type Drawing, planBundle } from './plan.ts'

/** Targets that a bundle is calibrated with: these, or ducks and swans as the game makes them, in languages it understands. */
export function bundlePlan({ languages }: BundleManifest, prompts: readonly string[], pictures: number): Drawing[] {
  if (prompts.length > 0) return planBundle(pictures, languages, i => prompts[i % prompts.length] as string)
  const speaksBoth = ['en', 'ko'].every(language => languages.includes(language))
  const understood = (prompt: string) => speaksBoth || /\p{Script=Hangul}/u.test(prompt) === languages.includes('ko')
  return planBundle(pictures, languages, () => {
    let prompt = composeTargetPrompt()
    while (!understood(prompt)) prompt = composeTargetPrompt()
    return prompt
  })
}
