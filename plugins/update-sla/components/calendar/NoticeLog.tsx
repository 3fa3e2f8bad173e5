import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { MovedLine } from '../../notices/nameClocks.ts'
import type { AppliedNotice } from '../../notices/readNotices.ts'
import { changeText } from './changeText.ts'
import type { CalendarWords } from './calendarWords.ts'
import { dayText } from './dayText.ts'
import { MovedTable } from './MovedTable.tsx'

/** The clocks moved by the notice that was asked for, one page of them. */
export type ShownShifts = {
  notice: AppliedNotice
  lines: readonly MovedLine[]
  offset: number
  limit: number
}

/** Which notices were applied, by whom, and the clocks that each of them moved. */
export const NoticeLog = (props: {
  notices: readonly AppliedNotice[]
  shown: ShownShifts | null
  units: ReadonlyMap<number, string>
  words: CalendarWords
  language: string
}) => {
  const { notices, words, language } = props
  return (
    <section aria-labelledby="nhat-ky" className="coloa-part">
      <h2 id="nhat-ky">{words.log}</h2>
      {notices.length === 0 ? (
        <div className="coloa-empty">
          <p>{words.noNotices}</p>
        </div>
      ) : (
        <table className="coloa-table coloa-labelled">
          <thead>
            <tr>
              <th scope="col">{words.columnNotice}</th>
              <th scope="col">{words.columnChanges}</th>
              <th scope="col">{words.columnApplied}</th>
              <th scope="col">{words.columnMoved}</th>
            </tr>
          </thead>
          <tbody>
            {notices.map((notice) => (
              <tr key={notice.id}>
                <td data-label={words.columnNotice}>
                  <strong>{notice.number}</strong>
                  <small>{issuedText(notice, words)}</small>
                  {notice.unit === null ? null : (
                    <small>
                      {fill(words.onlyFor, { unit: props.units.get(notice.unit) ?? notice.unit })}
                    </small>
                  )}
                  {notice.link ? (
                    <a href={notice.link} rel="noreferrer" target="_blank">
                      {words.openText}
                    </a>
                  ) : null}
                </td>
                <td data-label={words.columnChanges}>
                  {notice.changes.map((change) => (
                    <span className="coloa-line" key={change.date}>
                      {dayText(change.date)}: {changeText(change, words)}
                    </span>
                  ))}
                </td>
                <td data-label={words.columnApplied}>
                  {momentText(notice.at.toISOString(), language)}
                  <small>{notice.by}</small>
                </td>
                <td data-label={words.columnMoved}>
                  {notice.moved === 0 ? (
                    '0'
                  ) : (
                    <a href={`/admin/sla/calendar?notice=${notice.id}#thay-doi`}>
                      {fill(words.showShifts, { n: notice.moved })}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {props.shown ? <Shifts language={language} shown={props.shown} words={words} /> : null}
    </section>
  )
}

const issuedText = (notice: AppliedNotice, words: CalendarWords): string =>
  [
    fill(words.issued, { body: notice.issuingBody, on: dayText(notice.issuedOn) }),
    ...(notice.fullYear === null ? [] : [fill(words.forYear, { year: notice.fullYear })]),
  ].join(', ')

const Shifts = (props: { shown: ShownShifts; words: CalendarWords; language: string }) => {
  const { shown, words } = props
  const { notice, offset, limit, lines } = shown
  const page = (from: number) => `/admin/sla/calendar?notice=${notice.id}&offset=${from}#thay-doi`
  return (
    <section aria-labelledby="thay-doi">
      <h3 id="thay-doi">{fill(words.shiftsOf, { number: notice.number })}</h3>
      <p>
        {fill(words.shiftsRange, {
          from: Math.min(offset + 1, notice.moved),
          to: offset + lines.length,
          n: notice.moved,
        })}
      </p>
      <MovedTable language={props.language} lines={lines} words={words} />
      <p className="coloa-parts">
        {offset > 0 ? <a href={page(Math.max(0, offset - limit))}>{words.earlierPage}</a> : null}
        {offset + lines.length < notice.moved ? (
          <a href={page(offset + limit)}>{words.laterPage}</a>
        ) : null}
      </p>
    </section>
  )
}
