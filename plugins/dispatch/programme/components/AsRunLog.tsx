import type { AdminViewServerProps } from 'payload'
import { dayOf, isDay, timeOf } from '#domain/dispatch/programme/localDay.ts'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { Filters } from '#kit/admin/Filters.tsx'
import { poolOf } from '../poolOf.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import { asRunWords } from '../asRunWords.ts'
import type { AsRunWords } from '../asRunWords.ts'
import { readAsRun } from '../screens/readAsRun.ts'
import type { AsRunRow } from '../screens/readAsRun.ts'
import { openScreen } from './openScreen.ts'
import { ProgrammePage } from './ProgrammePage.tsx'

/** `/admin/as-run`: planned against played, device by device, of a day. */
export const AsRunLog = async (view: AdminViewServerProps) => {
  const screen = await openScreen(view, '/admin/as-run')
  const { req, words, query, now, unit } = screen
  const said = asRunWords(screen.language)
  if (!unit)
    return (
      <AdminPage title={words.title} view={view}>
        <p>{screen.problem}</p>
      </AdminPage>
    )
  const asked = query.get('day') ?? ''
  const day = isDay(asked) ? asked : dayOf(now.getTime())
  const rows = await readAsRun(poolOf(req) as never, { unitCode: unit.code, day }) // a pool asks as a client does
  return (
    <ProgrammePage kept={{ day }} tab="asRun" unit={unit} view={view} words={words}>
      <Filters
        action="/admin/as-run"
        doLabel={words.look}
        fields={[{ name: 'day', label: words.day, value: day, isDay: true }]}
        mayClear={false}
        words={{ filter: words.look, clear: words.clear }}
      >
        <input name="unit" type="hidden" value={unit.code} />
      </Filters>
      <p>
        {said.asRunIntro}{' '}
        <a href={`/api/dispatch/programmes/${unit.code}/as-run?day=${day}`}>{said.csv}</a>
      </p>
      {rows.length === 0 ? (
        <div className="coloa-empty">
          <p>{said.asRunEmpty}</p>
        </div>
      ) : (
        <AsRunTable rows={rows} said={said} words={words} />
      )}
    </ProgrammePage>
  )
}

const time = (at: string | null): string => (at ? timeOf(Date.parse(at)) : '–')

const AsRunTable = ({
  rows,
  words,
  said,
}: {
  rows: readonly AsRunRow[]
  words: ProgrammeWords
  said: AsRunWords
}) => (
  <table className="coloa-table">
    <thead>
      <tr>
        <th scope="col">{said.columnPlanned}</th>
        <th scope="col">{said.columnTitle}</th>
        <th scope="col">{said.columnState}</th>
        <th scope="col">{said.columnDevice}</th>
        <th scope="col">{said.columnBegan}</th>
        <th scope="col">{said.columnPlayed}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={`${row.airingId}${row.deviceCode ?? ''}`}>
          <td data-label={said.columnPlanned}>
            {time(row.plannedAt)}
            <small>{fill(said.seconds, { n: row.plannedSeconds })}</small>
          </td>
          <td data-label={said.columnTitle}>
            {row.title}
            <small>
              {words[row.medium]} · {row.issuer}
            </small>
          </td>
          <td
            className={
              row.state === 'missed' || row.state === 'interrupted' ? 'coloa-late' : undefined
            }
            data-label={said.columnState}
          >
            {words[`state_${row.state}`]}
            {row.interruptedBy ? <small>{row.interruptedBy}</small> : null}
            {row.requeuedAt ? (
              <small>{fill(words.again, { at: time(row.requeuedAt) })}</small>
            ) : null}
          </td>
          <td data-label={said.columnDevice}>
            {row.deviceName ?? row.deviceCode ?? '–'}
            {row.deviceCode ? <small>{row.deviceCode}</small> : null}
          </td>
          <td data-label={said.columnBegan}>{time(row.beganAt)}</td>
          <td data-label={said.columnPlayed}>
            {row.playedSeconds === null
              ? '–'
              : fill(said.seconds, { n: Math.round(row.playedSeconds) })}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
