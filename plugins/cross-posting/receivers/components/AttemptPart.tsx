import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { Pager } from '#kit/admin/Pager.tsx'
import { sqlOf } from '#kit/transaction.ts'
import type { AttemptRow } from '../readEndpoints.ts'
import { readAttempts } from '../readEndpoints.ts'
import type { ReceiverWords } from '../receiverWords.ts'
import { endpointWords } from './endpointWords.ts'
import type { EndpointWords } from './endpointWords.ts'
import { Part } from './FormFields.tsx'
import { latencyText } from './latencyText.ts'
import type { SitePart } from './sitePart.ts'

const PAGE = 20

/** What was called when, and what came of it. */
export const AttemptPart = async (
  props: SitePart & { query: Readonly<Record<string, string | string[] | undefined>> },
) => {
  const { req, site, words, language } = props
  const said = endpointWords(language)
  const isFailedOnly = props.query.calls === 'failed'
  const page = Math.min(1000, Math.max(1, Math.floor(Number(props.query.page)) || 1))
  const { rows, total } = await readAttempts(await sqlOf(req), {
    site,
    limit: PAGE,
    offset: (page - 1) * PAGE,
    isFailedOnly,
  })
  const address = (more: string) => `/admin/cross-posting/sites/${site}?${more}#log`
  return (
    <Part id="log" title={said.log}>
      <nav aria-label={words.show} className="coloa-parts">
        <a aria-current={isFailedOnly ? undefined : 'page'} href={address('calls=all')}>
          {words.all}
        </a>
        <a aria-current={isFailedOnly ? 'page' : undefined} href={address('calls=failed')}>
          {said.failedOnly}
        </a>
      </nav>
      {rows.length === 0 ? (
        <p>{said.logEmpty}</p>
      ) : (
        <AttemptTable language={language} rows={rows} words={words} />
      )}
      <Pager
        addressOf={(n) => address(`calls=${isFailedOnly ? 'failed' : 'all'}&page=${n}`)}
        page={page}
        pages={Math.ceil(total / PAGE)}
        words={words}
      />
    </Part>
  )
}

const AttemptTable = (props: {
  rows: readonly AttemptRow[]
  words: ReceiverWords
  language: string
}) => {
  const { words, language } = props
  const said = endpointWords(language)
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{said.columnAt}</th>
          <th scope="col">{said.columnWhat}</th>
          <th scope="col">{said.columnOutcome}</th>
          <th scope="col">{said.columnTime}</th>
          <th scope="col">{said.columnUrl}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td data-label={said.columnAt}>{momentText(row.at, language)}</td>
            <td data-label={said.columnWhat}>
              {fill(said[`what_${row.type}`], { seq: row.seq ?? '', log: row.log ?? '' })}
            </td>
            <td
              className={row.outcome === 'accepted' ? undefined : 'coloa-late'}
              data-label={said.columnOutcome}
            >
              {said[`outcome_${row.outcome}` as keyof EndpointWords] ?? row.outcome}
              {row.status && row.outcome === 'refused' ? ` (${row.status})` : ''}
            </td>
            <td data-label={said.columnTime}>
              {latencyText(row.latencyMs ?? row.durationMs, words, language)}
            </td>
            <td className="coloa-receiver-mono" data-label={said.columnUrl}>
              {row.url}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
