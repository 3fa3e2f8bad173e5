'use client'
import { useTranslation } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import type { ImportResult } from '../import/importDevices.ts'
import { registryWords } from '../registryWords.ts'
import { importWords } from '../import/importWords.ts'
import type { ImportWords } from '../import/importWords.ts'
import type { Words } from '../registryWords.ts'
import './registry.css'

/** The result as the endpoint tells it: headings and sentences in the person's language. */
type Told = Omit<ImportResult, 'errors'> & {
  errors: { row: number; column: string; value: string; message: string }[]
}

const MOST_SHOWN = 200

/** Takes a file: first a check that stores nothing, then, without errors, the one button that stores it. */
export const ImportForm = () => {
  const { language } = useTranslation().i18n
  const words = registryWords(language)
  const said = importWords(language)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState<'check' | 'write'>()
  const [problems, setProblems] = useState<string[]>([])
  const [told, setTold] = useState<Told>()

  const send = async (isDryRun: boolean) => {
    const [file] = input.current?.files ?? []
    setProblems(file ? [] : [said.importNoFile])
    if (!file) return
    setBusy(isDryRun ? 'check' : 'write')
    const answer = await upload(file, { isDryRun, language, words })
    setBusy(undefined)
    if (Array.isArray(answer)) setProblems(answer)
    else setTold(answer)
  }
  const saveErrors = async () => {
    const [file] = input.current?.files ?? []
    if (!file) return
    const body = formOf(file, true)
    body.append('as', 'csv')
    const answer = await fetch('/api/dispatch/device-imports', { ...asUser(language), body })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await answer.blob())
    link.download = 'loi-nhap-thiet-bi.csv'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const mayWrite = told?.isDryRun && told.errors.length === 0 && told.created + told.changed > 0
  return (
    <div className="coloa-action">
      {problems.length > 0 ? (
        <div className="coloa-problem" role="alert">
          {problems.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      ) : null}
      <div className="coloa-field">
        <label htmlFor={id}>{said.importFile}</label>
        <input
          accept=".xlsx,.csv,.txt,text/csv"
          id={id}
          onChange={() => setTold(undefined)}
          ref={input}
          type="file"
        />
      </div>
      <div className="coloa-buttons">
        <LiveButton
          buttonStyle={mayWrite ? 'secondary' : 'primary'}
          disabled={busy !== undefined}
          onClick={() => void send(true)}
          size="small"
          type="button"
        >
          {busy === 'check' ? said.importChecking : said.importCheck}
        </LiveButton>
        {mayWrite ? (
          <LiveButton
            disabled={busy !== undefined}
            onClick={() => void send(false)}
            size="small"
            type="button"
          >
            {busy === 'write'
              ? said.importWriting
              : fill(said.importWrite, { n: told.created + told.changed })}
          </LiveButton>
        ) : null}
      </div>
      <div aria-live="polite">
        {told ? <Outcome onSave={() => void saveErrors()} told={told} words={said} /> : null}
      </div>
    </div>
  )
}

const Outcome = ({
  told,
  words,
  onSave,
}: {
  told: Told
  words: ImportWords
  onSave: () => void
}) => (
  <>
    <p>
      <strong>{fill(words.importSums, told as unknown as Record<string, number>)}</strong>{' '}
      {told.errors.length > 0
        ? fill(words.importErrors, { n: told.errors.length })
        : told.isDryRun
          ? words.importDry
          : words.importDone}
    </p>
    {told.retest.length > 0 ? (
      <div className="coloa-attention">
        <p>
          {fill(words.importRetest, {
            n: told.retest.length,
            codes: told.retest.slice(0, 20).join(', '),
          })}
        </p>
      </div>
    ) : null}
    {told.errors.length > 0 ? (
      <>
        <LiveButton buttonStyle="secondary" onClick={onSave} size="small" type="button">
          {words.importErrorFile}
        </LiveButton>
        {told.errors.length > MOST_SHOWN ? (
          <p>{fill(words.importErrorsShown, { n: MOST_SHOWN })}</p>
        ) : null}
        <table className="coloa-table">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.error}</th>
            </tr>
          </thead>
          <tbody>
            {told.errors.slice(0, MOST_SHOWN).map((one, index) => (
              <tr key={`${one.row}-${one.column}-${index}`}>
                <td data-label={words.line}>{one.row}</td>
                <td data-label={words.column}>{one.column}</td>
                <td data-label={words.value}>{one.value || '–'}</td>
                <td data-label={words.error}>{one.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    ) : null}
  </>
)

const asUser = (language: string): RequestInit => ({
  method: 'POST',
  credentials: 'include',
  headers: { 'accept-language': language },
})

const formOf = (file: File, isDryRun: boolean): FormData => {
  const body = new FormData()
  body.append('file', file)
  body.append('dryRun', String(isDryRun))
  return body
}

const upload = async (
  file: File,
  { isDryRun, language, words }: { isDryRun: boolean; language: string; words: Words },
): Promise<Told | string[]> => {
  try {
    const answer = await fetch('/api/dispatch/device-imports', {
      ...asUser(language),
      body: formOf(file, isDryRun),
    })
    const content = (await answer.json()) as Told & { errors?: { message: string }[] }
    return answer.ok ? content : (content.errors ?? []).map((one) => one.message)
  } catch {
    return [words.offline]
  }
}
