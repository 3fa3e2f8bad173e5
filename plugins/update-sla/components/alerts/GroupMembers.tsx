'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import type { TakenOn } from '../../incidents/acknowledgeIncidents.ts'
import type { AlertScreenWords } from './alertScreenWords.ts'
import { alertScreenWords } from './alertScreenWords.ts'
import { VerbButton } from './VerbButton.tsx'

/** One of a group, in the words of the table. */
export type Member = {
  incident: string
  who: string
  standing: string
  isLate: boolean
  notes: readonly string[]
  told: string
  mayAcknowledge: boolean
}

/** Takes on all of a group that the person may take on, and says of how many that was true. */
export const TakeAllButton = (props: { incidents: readonly string[]; name: string }) => {
  const { language } = useTranslation().i18n
  const words = alertScreenWords(language)
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const act = async () => {
    setIsBusy(true)
    const path = '/update-sla/incidents/acknowledge-all'
    const body = { incidents: props.incidents }
    const answer = await postJson<TakenOn>(path, body, { ...words, language })
    setIsBusy(false)
    if (!answer.ok) toast.error(answer.messages.join(' '))
    else if (answer.value.refused > 0) toast.warning(takenText(answer.value, words))
    else toast.success(takenText(answer.value, words))
    router.refresh()
  }
  return (
    <LiveButton
      aria-label={props.name}
      buttonStyle="secondary"
      disabled={isBusy}
      onClick={() => void act()}
      size="small"
      type="button"
    >
      {fill(words.takeAll, { n: props.incidents.length })}
    </LiveButton>
  )
}

/** Those of a group one by one; drawn when it is opened, since there may be many groups of many. */
export const GroupMembers = (props: {
  members: readonly Member[]
  /** How many more there are than are listed. */
  more: number
  what: string
}) => {
  const words = alertScreenWords(useTranslation().i18n.language)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.eachUnit}</summary>
      {isOpen ? (
        <ul className="coloa-many-list">
          {props.members.map((one) => (
            <li key={one.incident}>
              <strong>{one.who}</strong>
              <span className={one.isLate ? 'coloa-late' : undefined}>{one.standing}</span>
              <span>
                {one.told}
                {one.notes.map((note) => (
                  <small key={note}>{note}</small>
                ))}
              </span>
              {one.mayAcknowledge ? (
                <VerbButton
                  body={{ incident: one.incident }}
                  done={words.acknowledged}
                  label={words.acknowledge}
                  name={fill(words.acknowledgeOf, { who: one.who, what: props.what })}
                  path="/update-sla/incidents/acknowledge"
                />
              ) : null}
            </li>
          ))}
          {props.more > 0 ? <li>{fill(words.moreUnits, { n: props.more })}</li> : null}
        </ul>
      ) : null}
    </details>
  )
}

const takenText = ({ taken, known, refused }: TakenOn, words: AlertScreenWords): string =>
  [
    fill(words.takenAll, { n: taken }),
    known > 0 ? fill(words.takenBefore, { n: known }) : '',
    refused > 0 ? fill(words.takenNotYours, { n: refused }) : '',
  ]
    .filter(Boolean)
    .join(' ')
