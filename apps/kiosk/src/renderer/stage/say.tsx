import type { ParseKeys } from 'i18next'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnimation } from '../motion/use-animation.ts'

const fade = [{ opacity: 0, filter: 'blur(0.25rem)' }, {}]

interface Props {
  message: ParseKeys
  values?: Record<string, string | number>
}

/** A message that fades over when the screen changes its language. */
export function Say({ message, values = {} }: Props) {
  const { t, i18n } = useTranslation()
  const span = useRef<HTMLSpanElement>(null)
  useAnimation(span, i18n.language, fade, { duration: 700, easing: 'ease-out' })
  return (
    <span ref={span} style={{ display: 'inline-block' }}>
      {t(message, values)}
    </span>
  )
}
