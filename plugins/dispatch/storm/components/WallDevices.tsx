import type { PayloadRequest } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { Pager } from '#kit/admin/Pager.tsx'
import { pageIn } from '#kit/admin/query.ts'
import type { Query } from '#kit/admin/query.ts'
import { poolOf } from '../poolOf.ts'
import { stormWords } from '../stormWords.ts'
import { wallWords } from './wallWords.ts'
import type { StormWords } from '../stormWords.ts'
import { failureText } from '../wall/failureText.ts'
import { stateText } from '../wall/kindText.ts'
import { listDevices } from '../wall/listDevices.ts'
import type { ListedDevice } from '../wall/listDevices.ts'

const PAGE_SIZE = 25

/** Every device of a dispatch, or of one commune of it, as of when the page was asked for. */
export const WallDevices = async (props: {
  req: PayloadRequest
  dispatchId: string
  /** What the viewer is confined to. */
  unit: string | null
  query: Query
}) => {
  const { req, dispatchId, query } = props
  const words = stormWords(req.i18n.language)
  const said = wallWords(req.i18n.language)
  const chosen = query.get('unit')
  const unit = props.unit ?? chosen ?? null
  const page = pageIn(query)
  const asked = { dispatchId, unit, page, pageSize: PAGE_SIZE }
  const { rows, total } = await listDevices(poolOf(req), asked)
  const address = `/admin/storm/${dispatchId}`
  return (
    <section className="coloa-no-print" id="devices">
      <h2>{words.proofDeliveries}</h2>
      <details className="coloa-fold" open={chosen !== undefined || page > 1}>
        <summary>{fill(said.deviceCount, { n: total })}</summary>
        <p className="coloa-meta">
          {chosen ? <a href={`${address}#devices`}>{said.allCommunes}</a> : null}
          <a href={`${address}${chosen ? `?unit=${encodeURIComponent(chosen)}` : ''}#devices`}>
            {said.refresh}
          </a>
        </p>
        <DeviceTable language={req.i18n.language} rows={rows} words={words} />
        <Pager
          addressOf={(n) =>
            `${address}?page=${n}${chosen ? `&unit=${encodeURIComponent(chosen)}` : ''}#devices`
          }
          page={page}
          pages={Math.ceil(total / PAGE_SIZE)}
          words={words}
        />
      </details>
    </section>
  )
}

const DeviceTable = (props: {
  rows: readonly ListedDevice[]
  words: StormWords
  language: string
}) => {
  const { words } = props
  const said = wallWords(props.language)
  const time = (instant: string | null) => (instant ? clock(instant, props.language) : '–')
  return (
    <table className="coloa-table coloa-compact">
      <thead>
        <tr>
          <th scope="col">{words.device}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.received}</th>
          <th scope="col">{words.played}</th>
          <th scope="col">{words.proven}</th>
          <th scope="col">{said.lastError}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((one) => (
          <tr key={one.id}>
            <td data-label={words.device}>
              <strong>{one.name ?? one.code}</strong>
              <small>
                {one.unitName} · {one.code} · {one.channel.toUpperCase()}
              </small>
            </td>
            <td className="coloa-own-line" data-label={words.state}>
              {stateText(one.state, words)}
            </td>
            <td className="coloa-number" data-label={words.received}>
              {time(one.receivedAt)}
            </td>
            <td className="coloa-number" data-label={words.played}>
              {time(one.playedAt)}
            </td>
            <td className="coloa-number" data-label={words.proven}>
              {time(one.provenAt)}
            </td>
            <td className="coloa-own-line" data-label={said.lastError}>
              {failureText(one.lastError, props.language) || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** To the second: what counts here are seconds. */
const clock = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(instant))
