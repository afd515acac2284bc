import type { RoundView } from '@dabble/api'
import { useNow } from '@dabble/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Captcha } from '../captcha/captcha.tsx'
import { promptProblem } from '../checks.ts'
import { Button } from '../components/button.tsx'
import { ClosingTime } from '../components/closing-time.tsx'
import { Notice } from '../components/notice.tsx'
import { PromptField } from '../components/prompt-field.tsx'
import { draft } from '../entry/draft.ts'
import { captchaRound, entryNotice, resending } from '../entry/notice.ts'
import { waitUntil } from '../entry/pace.ts'
import { changeRecord, type EntryRecord } from '../entry/record.ts'
import { useErrorText } from '../player/use-error-text.ts'
import { useDebounced } from '../round/use-debounced.ts'
import { client } from '../server/client.ts'
import { useReads } from '../server/queries.ts'
import { useShared } from '../storage/shared.ts'
import { useStored } from '../storage/stored.ts'
import styles from './play.module.css'

interface ComposerProps {
  round: RoundView
  /** The entry on its way to the server. */
  record: EntryRecord | null
  send: (round: RoundView, prompt: string, captcha: string | null | undefined) => void
}

const readsAfterMs = 350

export function Composer({ round, record, send }: ComposerProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const prompt = useStored(draft) ?? ''
  const again = useShared(resending)
  const secondsLeft = useSecondsUntil(useStored(waitUntil))
  const said = useShared(entryNotice)
  // Over is over: the button says so by itself.
  const notice = said?.key === 'too-fast' && secondsLeft === 0 ? null : said
  const readsUpTo = useReads(round.id, useDebounced(prompt, readsAfterMs))
  const field = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState(false)
  const captcha = useSolution(round, record)

  // Ready for other words: the old ones are selected, so that typing replaces and tapping keeps them.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])

  const change = (value: string) => {
    setTyped(true)
    draft.set(value)
    if (said) entryNotice.set(null)
  }
  const submit = () => {
    if (record) return
    const problem = promptProblem(prompt)
    if (problem) entryNotice.set(problem)
    else if (secondsLeft > 0) entryNotice.set({ key: 'too-fast', values: { seconds: secondsLeft } })
    else return send(round, prompt, captcha.solution)
    field.current?.focus()
  }
  const label = !record
    ? secondsLeft > 0
      ? t('play.wait', { seconds: secondsLeft })
      : t('play.send')
    : record.captcha === undefined
      ? t('play.checking')
      : again
        ? t('play.resending')
        : t('play.sending')

  return (
    <form
      className={styles.composer}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <ClosingTime round={round} />
      <PromptField
        ref={field}
        value={prompt}
        onChange={change}
        onSend={submit}
        readsUpTo={readsUpTo}
        disabled={record !== null}
      />
      {notice && <Notice kind="error">{errorText(notice)}</Notice>}
      {round.captcha !== 'off' && (
        <Captcha
          fetchChallenge={() => client.entry.captcha.mutate().then(({ challenge }) => challenge)}
          active={typed || captcha.awaited}
          resetKey={captcha.round}
          onSolved={captcha.solved}
          onCleared={captcha.cleared}
        />
      )}
      <Button type="submit" look="big" resting={record !== null || secondsLeft > 0}>
        {label}
      </Button>
    </form>
  )
}

/** The CAPTCHA solution at hand. An entry that already waits for one gets it at once. */
function useSolution(round: RoundView, record: EntryRecord | null) {
  const captchaNumber = useShared(captchaRound)
  const [solution, setSolution] = useState<string | null | undefined>()
  const waiting = record && record.captcha === undefined ? record.id : null
  const off = round.captcha === 'off'
  useEffect(() => setSolution(undefined), [captchaNumber])
  const known = off ? null : solution
  useEffect(() => {
    if (waiting && known !== undefined) changeRecord(waiting, { captcha: known })
  }, [waiting, known])
  return {
    solution: known,
    awaited: waiting !== null,
    round: captchaNumber,
    solved: setSolution,
    cleared: () => setSolution(undefined),
  }
}

/** Whole seconds until then, 0 when it has passed. */
function useSecondsUntil(until: number | null): number {
  const now = useNow(250)
  // A clock that was set back must not close the door: nobody waits longer than a minute.
  return until === null ? 0 : Math.min(60, Math.max(0, Math.ceil((until - now) / 1_000)))
}
