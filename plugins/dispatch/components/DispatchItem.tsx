import type { AdminViewServerProps } from 'payload'
import type { Pool } from 'pg'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { maySeeDispatches } from '../endpoints/dispatchEndpoints.ts'
import { deliveriesOf, findDispatch } from '../readDispatches.ts'
import type { DeliveryRow } from '../readDispatches.ts'
import { wordsOf } from '../words.ts'
import type { Words } from '../words.ts'
import { kindText } from './DispatchList.tsx'

const troubled = new Set(['dead', 'refused', 'expired'])

/** `/admin/dispatches/<dispatch>`: every device of one dispatch, trouble first. */
export const DispatchItem = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const segments = view.params?.segments
  const id = String(Array.isArray(segments) ? segments[1] : '')
  demandSignIn(req, `/admin/dispatches/${id}`)
  const { language } = req.i18n
  const words = wordsOf(language)
  const { pool } = req.payload.db as unknown as { pool: Pool } // hidden by the base type
  const dispatch = (await maySeeDispatches(req)) ? await findDispatch(pool, id) : null
  if (!dispatch) {
    return (
      <AdminPage title={words.title} view={view}>
        <p>{words.missing}</p>
        <a href="/admin/dispatches">{words.back}</a>
      </AdminPage>
    )
  }
  const rows = await deliveriesOf(pool, id)
  return (
    <AdminPage title={dispatch.title} view={view}>
      <p className="coloa-meta">
        <a href="/admin/dispatches">{words.back}</a>
        <span>{kindText(dispatch.kind, words)}</span>
        <span>
          {fill(words.issuedBy, {
            issuer: dispatch.issuer,
            at: momentText(dispatch.createdAt, language),
          })}
        </span>
        {dispatch.expiresAt ? (
          <span>{fill(words.expires, { at: momentText(dispatch.expiresAt, language) })}</span>
        ) : null}
        <a href={`/admin/dispatches/${id}`}>{words.refresh}</a>
      </p>
      <p>
        {words.columnTargets}: <strong>{dispatch.targets}</strong> · {words.columnReceived}:{' '}
        <strong>{dispatch.received}</strong> · {words.columnPlayed}:{' '}
        <strong>{dispatch.played}</strong> · {words.columnFailed}:{' '}
        <strong>{dispatch.failed}</strong>
      </p>
      <DeliveryTable language={language} rows={rows} words={words} />
    </AdminPage>
  )
}

const DeliveryTable = (props: { rows: readonly DeliveryRow[]; words: Words; language: string }) => {
  const { words } = props
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{words.columnState}</th>
          <th scope="col">{words.columnDevice}</th>
          <th scope="col">{words.columnReceivedAt}</th>
          <th scope="col">{words.columnAttempts}</th>
          <th scope="col">{words.columnNote}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td
              className={troubled.has(row.state) ? 'coloa-late' : undefined}
              data-label={words.columnState}
            >
              <strong>{stateText(row.state, words)}</strong>
            </td>
            <td data-label={words.columnDevice}>
              {row.deviceName ?? row.deviceCode}
              <small>
                {row.unitName} · {row.deviceCode} · {row.channel.toUpperCase()}
              </small>
            </td>
            <td data-label={words.columnReceivedAt}>
              {row.receivedAt ? momentText(row.receivedAt, props.language) : '–'}
            </td>
            <td data-label={words.columnAttempts}>{row.attempts}</td>
            <td data-label={words.columnNote}>{row.lastError ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const stateText = (state: string, words: Words): string => {
  const key = `state_${state}`
  return key in words ? words[key as keyof Words] : state
}
