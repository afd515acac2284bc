import type { EndpointView, InferenceView } from '@dabble/api'
import { currentLanguage } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { sayBytes } from './bytes.ts'
import styles from './endpoints.module.css'

/** Where pictures are drawn, one a line, and what is worth knowing of all of them. */
export function Endpoints({ inference: { endpoints, notes } }: { inference: InferenceView }) {
  const { t } = useTranslation()
  return (
    <>
      <ul className={styles.endpoints}>
        {endpoints.map(endpoint => (
          <EndpointLine key={endpoint.number} endpoint={endpoint} />
        ))}
      </ul>
      {notes.map(note => (
        <p key={note} className={styles.note}>
          {t(`crew.health.note.${note}`)}
        </p>
      ))}
    </>
  )
}

function EndpointLine({ endpoint }: { endpoint: EndpointView }) {
  const { t } = useTranslation()
  const { number, host, gpuIndex, state, bundle, provider, gpu, gpuMemoryFreeBytes, drawing, places } = endpoint
  const here = gpuIndex === null ? t('crew.health.endpointHere', { number }) : null
  const name = host ?? here ?? t('crew.health.endpointGpu', { gpu: gpuIndex })
  const free = gpuMemoryFreeBytes === null ? null : sayBytes(gpuMemoryFreeBytes, currentLanguage())
  const facts = [
    state === 'ready' && t('crew.health.endpointDrawing', { drawing, places }),
    [provider, gpu].filter(Boolean).join(' · '),
    free && t('crew.health.gpuFree', { size: free }),
  ]
  return (
    <li className={styles.endpoint} data-state={state}>
      <span className={styles.name}>{name}</span>
      <strong>{t(`crew.health.endpointState.${state}`)}</strong>
      {facts
        .filter(fact => fact !== false && fact !== null && fact !== '')
        .map(fact => (
          <span key={String(fact)}>{fact}</span>
        ))}
      {bundle && <code>{bundle}</code>}
    </li>
  )
}
