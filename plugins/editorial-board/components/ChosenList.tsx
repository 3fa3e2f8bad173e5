'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { wordsOf } from '../words.ts'
import { ActionForm } from './ActionForm.tsx'
import { chosenWords } from './chosenWords.ts'
import type { ChosenWords } from './chosenWords.ts'
import { postToBoard } from './postToBoard.ts'

/** A chosen submission as the screen shows it. */
export type ChosenRow = {
  submissionId: string
  title: string
  site: string
  sha256: string
  canApprove: boolean
  canBundle: boolean
  /** What approval will do, or why it cannot be approved. */
  state: string
}
type Outcome = 'released' | 'decided' | 'waiting'
type Result = { isOk: boolean; text: string }

/** Approves the chosen one after another, each its own decision with its own result; or ties them to a bundle. */
export const ChosenList = ({ items }: { items: readonly ChosenRow[] }) => {
  const { i18n } = useTranslation()
  const words = { ...wordsOf(i18n.language), language: i18n.language }
  const chosen = chosenWords(i18n.language)
  const router = useRouter()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({})
  const [running, setRunning] = useState(0)
  const taken = items.filter(
    (one) => !left.has(one.submissionId) && !results[one.submissionId]?.isOk,
  )
  const toApprove = taken.filter((one) => one.canApprove)
  const toBundle = taken.filter((one) => one.canBundle)

  const approveAll = async () => {
    const done: Record<string, Result> = { ...results }
    for (const [index, one] of toApprove.entries()) {
      setRunning(index + 1)
      const answer = await postToBoard<{ outcome: Outcome }>(
        `/submissions/${one.submissionId}/approve`,
        {},
        words,
      )
      done[one.submissionId] = answer.ok
        ? { isOk: true, text: chosen[answer.value.outcome] }
        : { isOk: false, text: answer.messages.join(' ') }
      setResults({ ...done })
    }
    setRunning(0)
    const ok = toApprove.filter((one) => done[one.submissionId]?.isOk).length
    toast.info(fill(chosen.done, { ok, failed: toApprove.length - ok }))
    router.refresh()
  }
  const bundle = async ({ name = '' }: Record<string, string>) => {
    const submissionIds = toBundle.map((one) => one.submissionId)
    const answer = await postToBoard('/bundles', { name, submissionIds }, words)
    if (!answer.ok) return answer.messages
    toast.success(fill(chosen.bundled, { name }))
    router.refresh()
    return []
  }
  const toggle = (id: string, isTaken: boolean) => {
    const next = new Set(left)
    if (isTaken) next.delete(id)
    else next.add(id)
    setLeft(next)
  }

  return (
    <>
      <Rows chosen={chosen} items={items} left={left} results={results} toggle={toggle} />
      <div className="coloa-decision">
        <LiveButton
          disabled={running > 0 || toApprove.length === 0}
          id="approve-chosen"
          onClick={() => void approveAll()}
          type="button"
        >
          {running > 0
            ? fill(chosen.working, { i: running, n: toApprove.length })
            : fill(chosen.approve, { n: toApprove.length })}
        </LiveButton>
        <small>{fill(chosen.approveEffect, { n: toApprove.length })}</small>
        {toBundle.length > 1 ? (
          <ActionForm
            doLabel={chosen.bundleDo}
            effect={chosen.bundleEffect}
            fields={[{ name: 'name', label: chosen.bundleName, isShort: true, maxLength: 200 }]}
            onDo={bundle}
            openLabel={chosen.bundleOpen}
            title={fill(chosen.bundleTitle, { n: toBundle.length })}
          />
        ) : null}
      </div>
    </>
  )
}

const Rows = (props: {
  items: readonly ChosenRow[]
  left: ReadonlySet<string>
  results: Readonly<Record<string, Result>>
  toggle: (id: string, isTaken: boolean) => void
  chosen: ChosenWords
}) => {
  const { chosen, left, results } = props
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="coloa-hidden">{chosen.title}</span>
          </th>
          <th scope="col">{words.columnTitle}</th>
          <th scope="col">{chosen.columnState}</th>
          <th scope="col">{chosen.columnHash}</th>
          <th scope="col">{chosen.columnResult}</th>
        </tr>
      </thead>
      <tbody aria-live="polite">
        {props.items.map((one) => {
          const result = results[one.submissionId]
          return (
            <tr key={one.submissionId}>
              <td className="coloa-choose">
                <input
                  aria-label={fill(chosen.take, { title: one.title })}
                  checked={!left.has(one.submissionId)}
                  disabled={!one.canApprove && !one.canBundle}
                  onChange={(event) => props.toggle(one.submissionId, event.target.checked)}
                  type="checkbox"
                />
              </td>
              <td className="coloa-title" data-label={words.columnTitle}>
                <a href={`/admin/review/${one.submissionId}`}>{one.title}</a>
                <small>{one.site}</small>
              </td>
              <td data-label={chosen.columnState}>{one.state}</td>
              <td data-label={chosen.columnHash}>
                <code title={one.sha256}>{one.sha256.slice(0, 12)}…</code>
              </td>
              <td
                className={result && !result.isOk ? 'coloa-late' : undefined}
                data-label={chosen.columnResult}
              >
                {result ? `${result.isOk ? '✓' : '✗'} ${result.text}` : '–'}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
