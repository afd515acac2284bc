import { cleanText, countCodePoints, countGraphemes, type GameErrorShape, limits } from '@dabble/api'

/*
 * The server's schemas decide. These say the same earlier, without the schema library in every phone's download; a test
 * holds them to it.
 */

type Problem = GameErrorShape | null

const problem = (key: GameErrorShape['key']): GameErrorShape => ({ key, values: {} })

/** Why this prompt would be refused; null when it would not. */
export function promptProblem(raw: string): Problem {
  const length = countCodePoints(cleanText(raw))
  if (length < limits.prompt.min) return problem('prompt-empty')
  return length > limits.prompt.max || raw.length > limits.rawText ? problem('prompt-too-long') : null
}

/** Why this nickname would be refused whoever has it; null when it would not. */
export function nicknameProblem(raw: string): Problem {
  const length = countGraphemes(cleanText(raw))
  if (length < limits.nickname.min) return problem('nickname-empty')
  return length > limits.nickname.max || raw.length > limits.rawText ? problem('nickname-too-long') : null
}

/** Whether this could be a recovery code at all, however it was typed. */
export function looksLikeRecoveryCode(raw: string): boolean {
  return /^[2-9A-HJKMNP-TV-Z]{12}$/.test(raw.toUpperCase().replace(/[^A-Z0-9]/g, ''))
}
