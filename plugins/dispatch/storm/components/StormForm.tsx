'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import { markExercise } from '#domain/dispatch/storm/markExercise.ts'
import { speechOf } from '#domain/text/speech/speechOf.ts'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { momentText } from '#kit/admin/momentText.ts'
import type { Reached } from '../issue/readReach.ts'
import { stormWords } from '../stormWords.ts'
import { AreaChooser } from './AreaChooser.tsx'
import { ReachFacts } from './ReachFacts.tsx'
import { StormConfirm } from './StormConfirm.tsx'
import { StormPreview } from './StormPreview.tsx'
import { StormText } from './StormText.tsx'
import { beginDraft } from './stormForm.ts'
import type { StormBody, StormFormProps } from './stormForm.ts'
import { useReach } from './useReach.ts'
import { useStormDraft } from './useStormDraft.ts'
import './storm.css'

/**
 * Composes an emergency and sends it: the draft at the left, what becomes of it at the right, one confirmation. Whom it reaches
 * is read before the button, on narrow screens too.
 */
export const StormForm = (props: StormFormProps) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const { begun, site } = props
  const [begin] = useState(() => beginDraft(props))
  const name = `coloa-storm-${props.person}-${site.code}`
  const { draft, sent, restoredAt, change, noteSent, clear } = useStormDraft(
    name,
    begin,
    Object.keys(begun).length > 0,
  )
  const [body, setBody] = useState<StormBody>()
  const [problem, setProblem] = useState('')
  const go = useRef<HTMLDivElement>(null)
  const reach = useReach(draft.areas, draft.groups)

  const review = () => {
    const missing = missingIn(draft, words)
    setProblem(missing.length > 0 ? fill(words.missing, { what: missing.join(', ') }) : '')
    if (missing.length > 0) return
    const next = bodyOf(props, draft, words)
    // What was sent and may have come through goes again as it was, not as a second one.
    setBody(sent && isSame(sent.body, next) ? sent.body : next)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || body) return
      event.preventDefault()
      go.current?.querySelector('button')?.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [body])

  const spoken = useMemo(() => speechOf(draft.text, props.speech), [draft.text, props.speech])
  const plain = { ...draft, spokenText: draft.spokenText || spoken }
  const said = draft.isExercise ? markExercise(plain) : plain
  return (
    <div className="coloa-storm">
      <div className="coloa-storm-text" hidden={body !== undefined}>
        {restoredAt ? (
          <div className="coloa-attention coloa-buttons" role="status">
            <p>{fill(words.restored, { at: momentText(restoredAt, i18n.language) })}</p>
            <LiveButton buttonStyle="secondary" onClick={clear} size="small" type="button">
              {words.clear}
            </LiveButton>
          </div>
        ) : null}
        <StormText {...props} change={change} draft={draft} />
        <AreaChooser {...props} change={change} draft={draft} />
      </div>
      <aside className="coloa-storm-side">
        <ReachFacts isChosen={draft.areas.length + draft.groups.length > 0} reach={reach} />
        <StormPreview
          canListen={props.canListen}
          isExercise={draft.isExercise}
          isMade={draft.spokenText.trim() === '' && draft.text.trim() !== ''}
          said={said}
          screens={reach?.screens ?? NO_SCREENS}
          site={site.id}
        />
      </aside>
      <div className="coloa-storm-go" hidden={body !== undefined}>
        {problem ? (
          <div className="coloa-problem" role="alert">
            <p>{problem}</p>
          </div>
        ) : null}
        <div className="coloa-buttons" ref={go}>
          <LiveButton onClick={review} size="large" type="button">
            {words.go}
          </LiveButton>
          <small>{words.goHint}</small>
        </div>
      </div>
      {body ? (
        <StormConfirm
          back={() => {
            setBody(undefined)
            requestAnimationFrame(() => go.current?.querySelector('button')?.focus())
          }}
          body={body}
          begun={begun}
          done={clear}
          isCodeNeeded={props.isCodeNeeded}
          noteSent={noteSent}
          reach={reach}
          sentKey={sent && sent.body === body ? sent.key : undefined}
        />
      ) : null}
    </div>
  )
}

const NO_SCREENS: Reached['screens'] = []

type Words = ReturnType<typeof stormWords>

const missingIn = (draft: ReturnType<typeof beginDraft>, words: Words): string[] => [
  ...(draft.reasonCode === '' ? [words.reason] : []),
  ...(draft.title.trim() === '' ? [words.title] : []),
  ...(draft.text.trim() === '' ? [words.text] : []),
  ...(draft.areas.length + draft.groups.length === 0 ? [words.areas] : []),
  ...(draft.isOverride && draft.overrideReason.trim() === '' ? [words.overrideReason] : []),
]

const bodyOf = (
  { site, reasons, begun }: StormFormProps,
  { template: _template, hours, ...draft }: ReturnType<typeof beginDraft>,
  words: Words,
): StormBody => ({
  ...draft,
  explanation:
    draft.explanation.trim() ||
    fill(words.explanationDefault, {
      reason: reasons.find(({ code }) => code === draft.reasonCode)?.text ?? draft.reasonCode,
    }),
  site: site.id,
  expiresAt: new Date(Date.now() + hours * 3_600_000).toISOString(),
  ...(begun.supersedes ? { supersedes: begun.supersedes.id } : {}),
})

/** The end is counted from when it is sent; all else the same is the same, as long as that end lies ahead. */
const isSame = (before: StormBody, next: StormBody): boolean =>
  Date.parse(before.expiresAt) > Date.now() &&
  JSON.stringify({ ...before, expiresAt: '' }) === JSON.stringify({ ...next, expiresAt: '' })
