import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { Filters } from '#kit/admin/Filters.tsx'
import { Pager } from '#kit/admin/Pager.tsx'
import { pageIn, queryOf } from '#kit/admin/query.ts'
import { sqlOf } from '#kit/transaction.ts'
import type { BoardFilter } from '../board/readBoard.ts'
import {
  boardFilter,
  readBoard,
  readBoardChoices,
  readPoints,
  standings,
} from '../board/readBoard.ts'
import { communeOf, managesDevices, seesAllDevices, seesDevices } from '../deviceRights.ts'
import { registryWords } from '../registryWords.ts'
import type { Words } from '../registryWords.ts'
import { BoardTable } from './BoardTable.tsx'
import { DevicePlan } from './DevicePlan.tsx'
import './registry.css'

const PATH = '/admin/device-board'
const PAGE = 25

/** `/admin/device-board`: every device, lost ones first, on a plan and in a table. */
export const BoardPage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, PATH)
  const { language } = req.i18n
  const words = registryWords(language)
  if (!seesDevices(req)) {
    return (
      <AdminPage title={words.board} view={view}>
        <p>{words.forbidden}</p>
      </AdminPage>
    )
  }
  const own = seesAllDevices(req) ? null : communeOf(req)
  const query = queryOf(view.searchParams)
  const filter = boardFilter(query, own)
  const page = pageIn(query)
  const sql = await sqlOf(req)
  const choices = await readBoardChoices(sql, own)
  const { rows, total } = await readBoard(sql, filter, { limit: PAGE, offset: (page - 1) * PAGE })
  const points = await readPoints(sql, filter)
  const address = (more: Record<string, string>) => `?${queryText(filter, more)}`
  return (
    <AdminPage title={words.board} view={view}>
      <p>{words.boardIntro}</p>
      <ul className="coloa-counts">
        {standings.map((one) => (
          <li key={one}>
            <a href={`${PATH}?state=${one}`}>
              <strong className={one === 'lost' || one === 'silent' ? 'coloa-late' : undefined}>
                {choices.counts.find(({ standing }) => standing === one)?.n ?? 0}
              </strong>{' '}
              {words[`standing_${one}`]}
            </a>
          </li>
        ))}
      </ul>
      <BoardFilters choices={choices.units} filter={filter} words={words} />
      <p className="coloa-parts">
        <span>{fill(words.count, { n: total })}</span>
        <a href={`/api/dispatch/device-board/devices.csv${address({})}`}>{words.export}</a>
        <a href="/admin/collections/devices">{words.list}</a>
        {managesDevices(req) ? <a href={`${PATH}/import`}>{words.importLink}</a> : null}
      </p>
      {rows.length === 0 ? (
        <div className="coloa-empty">
          <p>{words.boardEmpty}</p>
          <p>{words.boardEmptyHint}</p>
        </div>
      ) : (
        <>
          <DevicePlan points={points} words={words} />
          <BoardTable language={language} rows={rows} words={words} />
        </>
      )}
      <Pager
        addressOf={(n) => `${PATH}${address({ page: String(n) })}`}
        page={page}
        pages={Math.ceil(total / PAGE)}
        words={words}
      />
    </AdminPage>
  )
}

const BoardFilters = (props: {
  filter: BoardFilter
  choices: readonly { code: string; name: string }[]
  words: Words
}) => {
  const { filter, words } = props
  const classes = ['radioStation', 'loudspeakerCluster', 'ledBoard'] as const
  return (
    <Filters
      action={PATH}
      fields={[
        {
          name: 'unit',
          label: words.commune,
          value: filter.unit ?? undefined,
          all: words.all,
          options: props.choices.map((one) => [one.code, one.name] as const),
        },
        {
          name: 'class',
          label: words.class,
          value: filter.deviceClass ?? undefined,
          all: words.all,
          options: classes.map((one) => [one, words[`class_${one}`]] as const),
        },
        {
          name: 'state',
          label: words.standing,
          value: filter.standing ?? undefined,
          all: words.all,
          options: standings.map((one) => [one, words[`standing_${one}`]] as const),
        },
        { name: 'text', label: words.find, value: filter.text ?? undefined },
      ]}
      words={words}
    />
  )
}

const queryText = (filter: BoardFilter, more: Record<string, string>): string => {
  const given = {
    unit: filter.unit,
    class: filter.deviceClass,
    state: filter.standing,
    text: filter.text,
    ...more,
  }
  return new URLSearchParams(
    Object.entries(given).filter((one): one is [string, string] => Boolean(one[1])),
  ).toString()
}
