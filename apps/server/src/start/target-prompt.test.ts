import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { composeTargetPrompt } from './target-prompt.ts'

/** Every prompt there is: walks through all answers that `pick` can give. */
function allPrompts(): string[] {
  const prompts: string[] = []
  const answers: number[] = []
  for (;;) {
    const sizes: number[] = []
    prompts.push(
      composeTargetPrompt(choices => {
        sizes.push(choices)
        return answers[sizes.length - 1] ?? 0
      }),
    )
    answers.length = sizes.length
    let last = sizes.length - 1
    while (last >= 0 && (answers[last] ?? 0) + 1 >= (sizes[last] as number)) last -= 1
    if (last < 0) return prompts
    answers[last] = (answers[last] ?? 0) + 1
    answers.length = last + 1
  }
}

const prompts = allPrompts()

it('always has both birds, and many prompts to choose from', () => {
  expect(new Set(prompts).size).toBeGreaterThan(1_000)
  for (const prompt of prompts) expect(prompt).toMatch(/(duck.*swan|swan.*duck|오리.*백조|백조.*오리)/)
})

it('never composes a prompt that stands in the repository', () => {
  const root = resolve(import.meta.dirname, '../../../..')
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.md', '*.json', '*.html', '*.py'], { cwd: root })
  const text = String(files)
    .split('\n')
    .filter(Boolean)
    .map(file => readFileSync(resolve(root, file), 'utf8').toLowerCase())
    .join('\n')
  expect(text.includes('composetargetprompt')).toBe(true)
  expect(prompts.filter(prompt => text.includes(prompt))).toEqual([])
})
