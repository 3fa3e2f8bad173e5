import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { Filters } from '#kit/admin/Filters.tsx'
import { Pager } from '#kit/admin/Pager.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { pageIn, queryOf } from '#kit/admin/query.ts'
import { poolOf } from '../poolOf.ts'
import { viewerOf } from '../rights.ts'
import { stormWords } from '../stormWords.ts'
import { listWords } from './listWords.ts'
import type { StormWords } from '../stormWords.ts'
import { kindText } from '../wall/kindText.ts'
import { listDispatches } from '../wall/listDispatches.ts'
import type { ListedDispatch } from '../wall/listDispatches.ts'
import './storm.css'

const PAGE_SIZE = 25
const kinds = ['emergency', 'exercise', 'alert', 'update', 'cancel'] as const

/** `/admin/dispatches`: what was sent, newest first, and how far it has come. */
export const WallList = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/dispatches')
  const { language } = req.i18n
  const words = stormWords(language)
  const said = listWords(language)
  const viewer = await viewerOf(req)
  if (!viewer) {
    return (
      <AdminPage title={words.dispatches} view={view}>
        <p>{words.forbidden}</p>
      </AdminPage>
    )
  }
  const query = queryOf(view.searchParams)
  const kind = kinds.find((one) => one === query.get('kind'))
  const page = pageIn(query)
  const { rows, total } = await listDispatches(poolOf(req), {
    ...viewer,
    kind,
    page,
    pageSize: PAGE_SIZE,
  })
  return (
    <AdminPage title={words.dispatches} view={view}>
      <p>{said.listIntro}</p>
      <Filters
        action="/admin/dispatches"
        fields={[
          {
            name: 'kind',
            label: said.kind,
            value: kind,
            all: said.kindAll,
            options: kinds.map((one) => [
              one,
              one === 'emergency' ? said.emergency : kindText(one, words),
            ]),
          },
        ]}
        words={{ filter: said.filter, clear: said.clearFilter }}
      />
      {rows.length === 0 ? (
        <div className="coloa-empty">
          <p>
            <strong>{said.listEmpty}</strong>
          </p>
          <p>{said.listEmptyHint}</p>
        </div>
      ) : (
        <>
          <p>{fill(words.count, { n: total })}</p>
          <DispatchTable language={language} rows={rows} words={words} />
        </>
      )}
      <Pager
        addressOf={(n) => `/admin/dispatches?page=${n}${kind ? `&kind=${kind}` : ''}`}
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        words={words}
      />
    </AdminPage>
  )
}

const DispatchTable = (props: {
  rows: readonly ListedDispatch[]
  words: StormWords
  language: string
}) => {
  const { words } = props
  const said = listWords(props.language)
  return (
    <table className="coloa-table coloa-compact">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.bulletin}</th>
          <th scope="col">{words.devices}</th>
          <th scope="col">{words.received}</th>
          <th scope="col">{words.played}</th>
          <th scope="col">{words.waiting}</th>
          <th scope="col">{words.failedCount}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td data-label={words.when}>{momentText(row.createdAt, props.language)}</td>
            <td className="coloa-own-line" data-label={words.bulletin}>
              <a href={`/admin/dispatches/${row.id}`}>{row.title}</a>
              <small>
                {row.priority === 'emergency' && row.kind !== 'exercise' ? (
                  <b className="coloa-tag">{said.emergency}</b>
                ) : null}
                {kindText(row.kind, words)} · {row.issuer}
              </small>
            </td>
            <td className="coloa-number" data-label={words.devices}>
              {row.targets}
            </td>
            <td className="coloa-number" data-label={words.received}>
              {row.received}
            </td>
            <td className="coloa-number" data-label={words.played}>
              {row.played}
            </td>
            <td className="coloa-number" data-label={words.waiting}>
              {row.waiting}
            </td>
            <td
              className={row.failed > 0 ? 'coloa-number coloa-late' : 'coloa-number'}
              data-label={words.failedCount}
            >
              {row.failed}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
