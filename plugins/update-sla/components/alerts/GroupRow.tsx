import { fill } from '#domain/text/fill.ts'
import type { IncidentGroup } from '../../incidents/groupIncidents.ts'
import { isOpen, standingOf } from '../../incidents/groupIncidents.ts'
import type { IncidentRow } from '../../incidents/readIncidents.ts'
import { dueText } from '../../screens/dueText.ts'
import { slaWords } from '../slaWords.ts'
import type { AlertScreenWords } from './alertScreenWords.ts'
import { GroupMembers, TakeAllButton } from './GroupMembers.tsx'
import type { Member } from './GroupMembers.tsx'
import { handledTexts, toldText } from './incidentTexts.ts'

/** One thing owed by many: what they have in common in a row, each of them below it when it is opened. */
export const GroupRow = (props: {
  group: IncidentGroup
  mayAcknowledge: (owner: string) => boolean
  words: AlertScreenWords
  language: string
}) => {
  const { group, words, language } = props
  const [first] = group.rows
  const what = first.title || first.label
  const shown = { words: slaWords(language), language: language === 'en' ? 'en' : 'vi' } as const
  const mine = group.rows.filter((row) => isOpen(row) && props.mayAcknowledge(row.owner))
  const sum = (count: (row: IncidentRow) => number) =>
    group.rows.reduce((total, row) => total + count(row), 0)
  const told = sum((row) => Number(row.told > 0))
  const waiting = sum((row) => Number(row.waiting > 0))
  const members = group.rows.map((row): Member => ({
    incident: row.incident,
    who: row.ownerName,
    standing: words[standingOf(row)],
    isLate: standingOf(row) === 'late',
    notes: handledTexts(row, words, language),
    told: toldText(row, words),
    mayAcknowledge: isOpen(row) && props.mayAcknowledge(row.owner),
  }))
  return (
    <>
      <tr className="coloa-many">
        <td data-label={words.columnWho}>{fill(words.units, { n: group.size })}</td>
        <td data-label={words.columnWhat}>
          {what}
          {first.title ? <small>{first.label}</small> : null}
        </td>
        <td data-label={words.columnDue}>{dueText(first.dueAt, shown)}</td>
        <td data-label={words.columnStanding}>
          <Standings rows={group.rows} words={words} />
        </td>
        <td data-label={words.columnTold}>
          {told > 0 ? fill(words.toldUnits, { n: told }) : words.nobody}
          {waiting > 0 ? <small>{fill(words.waitingUnits, { n: waiting })}</small> : null}
        </td>
        <td data-label={words.columnAct}>
          {mine.length > 0 ? (
            <TakeAllButton
              incidents={mine.map(({ incident }) => incident)}
              name={fill(words.takeAllOf, { n: mine.length, what })}
            />
          ) : null}
        </td>
      </tr>
      <tr className="coloa-many-fold">
        <td colSpan={6}>
          <GroupMembers members={members} more={group.size - members.length} what={what} />
        </td>
      </tr>
    </>
  )
}

/** How many stand how, the worst first. */
const Standings = ({ rows, words }: { rows: readonly IncidentRow[]; words: AlertScreenWords }) => {
  const standings = (['late', 'ahead', 'recovered'] as const).flatMap((standing) => {
    const count = rows.filter((row) => standingOf(row) === standing).length
    return count > 0 ? [{ standing, count }] : []
  })
  const taken = rows.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length
  return (
    <>
      {standings.map(({ standing, count }) => (
        <span className={standing === 'late' ? 'coloa-late' : undefined} key={standing}>
          {standings.length === 1
            ? words[standing]
            : fill(words.standingOf, { n: count, standing: words[standing] })}
        </span>
      ))}
      {taken > 0 ? <small>{fill(words.takenUnits, { n: taken })}</small> : null}
    </>
  )
}
