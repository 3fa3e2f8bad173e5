import type { AdminViewServerProps } from 'payload'
import type { Pool } from 'pg'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { maySeeDispatches } from '../endpoints/dispatchEndpoints.ts'
import { listDispatches } from '../readDispatches.ts'
import type { DispatchRow } from '../readDispatches.ts'
import { wordsOf } from '../words.ts'
import type { Words } from '../words.ts'

/** `/admin/dispatches`: what was sent and how far it has come. */
export const DispatchList = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/dispatches')
  const words = wordsOf(req.i18n.language)
  if (!(await maySeeDispatches(req))) {
    return (
      <AdminPage title={words.title} view={view}>
        <p>{words.forbidden}</p>
      </AdminPage>
    )
  }
  const { pool } = req.payload.db as unknown as { pool: Pool } // hidden by the base type
  const rows = await listDispatches(pool, 50)
  return (
    <AdminPage title={words.title} view={view}>
      <p>{words.intro}</p>
      {rows.length === 0 ? (
        <div className="coloa-empty">
          <p>{words.empty}</p>
          <p>{words.emptyHint}</p>
        </div>
      ) : (
        <DispatchTable language={req.i18n.language} rows={rows} words={words} />
      )}
    </AdminPage>
  )
}

const DispatchTable = (props: { rows: readonly DispatchRow[]; words: Words; language: string }) => {
  const { words } = props
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{words.columnWhen}</th>
          <th scope="col">{words.columnTitle}</th>
          <th scope="col">{words.columnTargets}</th>
          <th scope="col">{words.columnAccepted}</th>
          <th scope="col">{words.columnReceived}</th>
          <th scope="col">{words.columnPlayed}</th>
          <th scope="col">{words.columnWaiting}</th>
          <th scope="col">{words.columnFailed}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td data-label={words.columnWhen}>{momentText(row.createdAt, props.language)}</td>
            <td data-label={words.columnTitle}>
              <a href={`/admin/dispatches/${row.id}`}>{row.title}</a>
              <small>
                {row.priority === 'emergency' ? (
                  <b className="coloa-tag">{words.emergency}</b>
                ) : null}
                {kindText(row.kind, words)} · {row.issuer}
              </small>
            </td>
            <td data-label={words.columnTargets}>{row.targets}</td>
            <td data-label={words.columnAccepted}>{row.accepted}</td>
            <td data-label={words.columnReceived}>{row.received}</td>
            <td data-label={words.columnPlayed}>{row.played}</td>
            <td data-label={words.columnWaiting}>{row.waiting}</td>
            <td
              className={row.failed > 0 ? 'coloa-late' : undefined}
              data-label={words.columnFailed}
            >
              {row.failed}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What kind of message it was, in words. */
export const kindText = (kind: string, words: Words): string =>
  ({
    alert: words.kind_alert,
    update: words.kind_update,
    cancel: words.kind_cancel,
    exercise: words.kind_exercise,
  })[kind] ?? kind
