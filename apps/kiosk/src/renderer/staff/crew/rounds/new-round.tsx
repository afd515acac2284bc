import { Segmented } from '@dabble/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useIsOwner } from '../../access/use-member.ts'
import { PictureField } from '../../prizes/picture-field.tsx'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { Button, buttonClass } from '../../shell/button.tsx'
import { Field } from '../../shell/field.tsx'
import { Notice } from '../../shell/notice.tsx'
import { Page } from '../../shell/page.tsx'
import { toast } from '../../shell/toasts.ts'
import { Section } from '../section.tsx'
import { useTimeZone } from '../time/use-say-time.ts'
import styles from './new-round.module.css'
import { readRows, type WindowRow } from './window-rows.ts'
import { WindowsEditor } from './windows-editor.tsx'

type Source = 'random' | 'draw' | 'upload'

/** A new round: a title, a target, and windows if it is not played all the time. */
export function NewRoundScreen() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const isOwner = useIsOwner()
  const zone = useTimeZone()
  const [title, setTitle] = useState({ en: '', ko: '' })
  const [source, setSource] = useState<Source>('random')
  const [prompt, setPrompt] = useState('')
  const [upload, setUpload] = useState<string | null>(null)
  const [rows, setRows] = useState<WindowRow[]>([])
  const [checked, setChecked] = useState(false)
  const make = useStaffMutation({
    send: (input: Parameters<typeof client.staff.rounds.create.mutate>[0]) => client.staff.rounds.create.mutate(input),
    ownErrors: true,
    onDone() {
      go('/rounds')
      toast({ kind: 'good', text: t('crew.rounds.created') })
    },
  })
  const read = readRows(rows, zone)
  const wrong = {
    title: title.en.trim() || title.ko.trim() ? null : t('error.name-shape'),
    prompt: source === 'draw' && !prompt.trim() ? t('error.prompt-empty') : null,
    upload: source === 'upload' && !upload ? t('crew.rounds.fileMissing') : null,
    windows: read.problems.some(problem => problem !== null),
  }
  function submit() {
    setChecked(true)
    if (wrong.title || wrong.prompt || wrong.upload || wrong.windows) return
    const target = source === 'upload' ? { upload: upload as string } : { draw: source === 'draw' ? prompt : null }
    make.run({ title, target, windows: read.windows })
  }
  if (!isOwner) {
    return (
      <Page title={t('crew.rounds.makeTitle')}>
        <Notice kind="note">{t('crew.rounds.ownerOnly')}</Notice>
      </Page>
    )
  }
  return (
    <Page title={t('crew.rounds.makeTitle')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <Section title={t('crew.rounds.makeTitle')} titleHidden>
          <div className={styles.titles}>
            <Field
              label={t('crew.rounds.titleEn')}
              hint={t('crew.rounds.titleHint')}
              error={checked ? wrong.title : null}
              lang="en"
              maxLength={80}
              value={title.en}
              onChange={event => setTitle({ ...title, en: event.target.value })}
            />
            <Field
              label={t('crew.rounds.titleKo')}
              lang="ko"
              maxLength={80}
              value={title.ko}
              onChange={event => setTitle({ ...title, ko: event.target.value })}
            />
          </div>
        </Section>
        <Section title={t('crew.rounds.target')}>
          <Segmented
            legend={t('crew.rounds.target')}
            legendHidden
            options={[
              { value: 'random', label: t('crew.rounds.random') },
              { value: 'draw', label: t('crew.rounds.draw') },
              { value: 'upload', label: t('crew.rounds.upload') },
            ]}
            value={source}
            onChange={setSource}
          />
          {source === 'random' && <p>{t('crew.rounds.randomText')}</p>}
          {source === 'draw' && (
            <Field
              label={t('crew.rounds.prompt')}
              hint={t('crew.rounds.drawText')}
              error={checked ? wrong.prompt : null}
              maxLength={400}
              value={prompt}
              onChange={event => setPrompt(event.target.value)}
            />
          )}
          {source === 'upload' && (
            <>
              <PictureField
                current={null}
                value={upload ?? undefined}
                error={checked ? wrong.upload : null}
                onChange={picture => setUpload(picture ?? null)}
              />
              <Notice kind="note">{t('crew.rounds.uploadWarning')}</Notice>
            </>
          )}
        </Section>
        <Section title={t('crew.rounds.windows')}>
          {rows.length === 0 && <p>{t('crew.rounds.windowsNone')}</p>}
          <WindowsEditor rows={rows} onChange={setRows} zone={zone} problems={checked ? read.problems : []} />
        </Section>
        {make.errorText && <Notice kind="error">{make.errorText}</Notice>}
        <div className={styles.buttons}>
          <Link href="/rounds" className={buttonClass('plain')}>
            {t('common.cancel')}
          </Link>
          <Button type="submit" look="big" busy={make.busy}>
            {t(make.busy ? 'crew.rounds.creating' : 'crew.rounds.create')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
