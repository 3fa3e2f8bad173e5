'use client'
import { useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import type { Choice, NoticeKind } from '../notices/kinds.ts'
import { screenWords } from '../notices/screenWords.ts'
import type { ScreenWords } from '../notices/screenWords.ts'
import { kindWords } from '../notices/kindWords.ts'
import { postToBoard } from './postToBoard.ts'

type KindChoice = Choice & { kind: NoticeKind }

/** Kinds by channels, each a group of plain radio buttons; saved together. */
export const NoticeChoices = ({ choices }: { choices: readonly KindChoice[] }) => {
  const { i18n } = useTranslation()
  const { language } = i18n
  const words = screenWords(language)
  const form = useRef<HTMLFormElement>(null)
  const [said, setSaid] = useState<{ isGood: boolean; text: string } | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!form.current) return
    const data = new FormData(form.current)
    const chosen = choices.map(({ kind }) => ({
      kind,
      mail: data.get(`${kind}-mail`),
      inApp: data.get(`${kind}-inApp`),
    }))
    setIsBusy(true)
    setSaid(null)
    const answer = await postToBoard(
      '/notices/choices',
      { choices: chosen },
      { language, ...words },
    )
    setIsBusy(false)
    setSaid(
      answer.ok
        ? { isGood: true, text: words.saved }
        : { isGood: false, text: answer.messages.join(' ') },
    )
  }

  return (
    <form onChange={() => setSaid(null)} onSubmit={(event) => void save(event)} ref={form}>
      <table className="coloa-table coloa-channels">
        <thead>
          <tr>
            <th scope="col">{words.columnKind}</th>
            <th scope="col">{words.columnMail}</th>
            <th scope="col">{words.columnInApp}</th>
          </tr>
        </thead>
        <tbody>
          {choices.map((choice) => (
            <Row
              choice={choice}
              key={choice.kind}
              label={kindWords(language).kind[choice.kind]}
              words={words}
            />
          ))}
        </tbody>
      </table>
      <div className="coloa-buttons">
        <LiveButton disabled={isBusy} type="submit">
          {isBusy ? words.saving : words.save}
        </LiveButton>
      </div>
      <p
        className={said && !said.isGood ? 'coloa-problem' : undefined}
        role={said && !said.isGood ? 'alert' : 'status'}
      >
        {said?.text}
      </p>
    </form>
  )
}

const Row = (props: { choice: KindChoice; label: string; words: ScreenWords }) => {
  const { choice, label, words } = props
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Radios
          legend={`${label}: ${words.columnMail}`}
          name={`${choice.kind}-mail`}
          options={[
            ['now', words.mail_now],
            ['digest', words.mail_digest],
            ['none', words.mail_none],
          ]}
          shown={words.columnMail}
          value={choice.mail}
        />
      </td>
      <td>
        <Radios
          legend={`${label}: ${words.columnInApp}`}
          name={`${choice.kind}-inApp`}
          options={[
            ['now', words.inApp_now],
            ['none', words.inApp_none],
          ]}
          shown={words.columnInApp}
          value={choice.inApp}
        />
      </td>
    </tr>
  )
}

const Radios = (props: {
  name: string
  /** The whole name of the group, for screen readers. */
  legend: string
  /** What stands above it where the table is cards. */
  shown: string
  value: string
  options: readonly (readonly [string, string])[]
}) => (
  <fieldset aria-label={props.legend} className="coloa-radios">
    <span aria-hidden="true" className="coloa-radios-name">
      {props.shown}
    </span>
    {props.options.map(([value, text]) => (
      <label key={value}>
        <input
          defaultChecked={value === props.value}
          name={props.name}
          type="radio"
          value={value}
        />
        {text}
      </label>
    ))}
  </fieldset>
)
