import { type GameErrorKey, newNonce } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../shell/toasts.ts'
import { queryClient } from './client.ts'
import { keys } from './keys.ts'
import { useErrorText } from './use-error-text.ts'

interface StaffMutationOptions<Input, Output> {
  /** Calls the server. What takes a nonce gets this one, so that trying again does nothing twice. */
  send: (input: Input, nonce: string) => Promise<Output>
  onDone?: (output: Output, input: Input) => void
  /** True: the screen shows `errorText` itself, beside what it is about; otherwise a bar says it and offers to try again. */
  ownErrors?: boolean
}

interface Attempt<Input> {
  input: Input
  nonce: string
}

/**
 * Something that staff do. Everything that staff see is asked for again afterwards; an error is said in words, and `retry` sends
 * the very same thing with the same nonce; so does doing the same again after no answer came, as the first may have got through.
 * A second tap while the first is on its way does nothing.
 */
export function useStaffMutation<Input, Output>({ send, onDone, ownErrors }: StaffMutationOptions<Input, Output>) {
  const { t } = useTranslation()
  const textOf = useErrorText()
  // Not the state: a bar may keep `run` long after the render that made it.
  const onItsWay = useRef(false)
  const unanswered = useRef<Attempt<Input> | null>(null)
  const mutation = useMutation({
    mutationFn: ({ input, nonce }: Attempt<Input>) => send(input, nonce),
    onSuccess(output, { input }) {
      unanswered.current = null
      onDone?.(output, input)
    },
    onError(error, attempt) {
      unanswered.current = gameErrorOf(error) ? null : attempt
      if (ownErrors) return
      const again = canTryAgain(gameErrorOf(error)?.key)
      const action = again ? { label: t('common.retry'), run: () => start(attempt) } : undefined
      toast({ kind: 'error', text: textOf(error), action })
    },
    // Not waited for: a button that spins until every list is fresh would keep people waiting.
    onSettled() {
      onItsWay.current = false
      void queryClient.invalidateQueries({ queryKey: keys.staff })
    },
  })
  function start(attempt: Attempt<Input>) {
    if (onItsWay.current) return
    onItsWay.current = true
    mutation.mutate(attempt)
  }
  return {
    run: (input: Input) => start({ input, nonce: nonceFor(input, unanswered.current) }),
    /** The same again, same nonce; nothing before the first `run`. */
    retry: () => {
      if (mutation.variables) start(mutation.variables)
    },
    reset: mutation.reset,
    busy: mutation.isPending,
    output: mutation.data,
    error: mutation.error,
    /** Null when nothing went wrong. */
    errorKey: gameErrorOf(mutation.error)?.key ?? null,
    errorText: mutation.error ? textOf(mutation.error) : null,
  }
}

/** No answer, or an accident of the server's: the same again may work. Everything else needs another thing to be done. */
export const canTryAgain = (key: GameErrorKey | undefined): boolean =>
  key === undefined || key === 'internal' || key === 'too-many-requests' || key === 'inference-away'

/** A new nonce, unless the very same was sent before and no answer came. */
export function nonceFor<Input>(input: Input, unanswered: Attempt<Input> | null): string {
  const same = unanswered && JSON.stringify(unanswered.input) === JSON.stringify(input)
  return same ? unanswered.nonce : newNonce()
}
