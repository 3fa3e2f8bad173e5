import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { readBoards } from '../../people/readBoards.ts'
import type { BoardLine } from '../../people/readBoards.ts'
import { registerWordsOf } from './registerWords.ts'
import type { RegisterWords } from './registerWords.ts'
import './register.css'

const flags: Record<string, (board: BoardLine) => boolean> = {
  headless: (board) => board.heads.length === 0,
  waiting: (board) => board.proposals > 0,
  acting: (board) => board.mandates > 0,
}

/** `/admin/boards`: every board with who heads it, how many are on it, and what needs somebody's eye. */
export const BoardList = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/boards')
  const words = registerWordsOf(req.i18n.language)
  const boards = await readBoards(req)
  const name = one(view.searchParams?.name) ?? ''
  const flag = one(view.searchParams?.flag) ?? ''
  const isAsked = flags[flag] ?? (() => true)
  const shown = boards.filter(
    (board) => folded(board.name).includes(folded(name)) && isAsked(board),
  )
  return (
    <AdminPage title={words.boards} view={view}>
      <p>{boards.length === 0 ? words.noBoard : words.boardsIntro}</p>
      {boards.length > 1 ? <Filters flag={flag} name={name} words={words} /> : null}
      {boards.length > 0 ? (
        <p aria-live="polite">
          <strong>{fill(words.shown, { n: shown.length, all: boards.length })}</strong>
        </p>
      ) : null}
      {boards.length > 0 && shown.length === 0 ? (
        <div className="coloa-empty">
          <p>{words.nothingFound}</p>
        </div>
      ) : null}
      {shown.length > 0 ? <Boards boards={shown} words={words} /> : null}
    </AdminPage>
  )
}

const Filters = (props: { name: string; flag: string; words: RegisterWords }) => {
  const { words } = props
  return (
    <form className="coloa-filters" method="get">
      <label>
        {words.filterName}
        <input defaultValue={props.name} maxLength={100} name="name" type="text" />
      </label>
      <label>
        {words.filterFlag}
        <select defaultValue={props.flag} name="flag">
          <option value="">{words.filterAll}</option>
          <option value="headless">{words.filterHeadless}</option>
          <option value="waiting">{words.filterWaiting}</option>
          <option value="acting">{words.filterActing}</option>
        </select>
      </label>
      <button type="submit">{words.filter}</button>
    </form>
  )
}

const Boards = ({ boards, words }: { boards: readonly BoardLine[]; words: RegisterWords }) => (
  <table className="coloa-table coloa-labelled">
    <thead>
      <tr>
        <th scope="col">{words.columnBoard}</th>
        <th scope="col">{words.columnHead}</th>
        <th scope="col">{words.columnPeople}</th>
        <th scope="col">{words.columnNotes}</th>
      </tr>
    </thead>
    <tbody>
      {boards.map((board) => {
        const { counts } = board
        const others = counts.editor + counts.collaborator + counts.checker
        return (
          <tr key={board.board}>
            <td data-label={words.columnBoard}>
              <a href={`/admin/boards/${board.board}`}>{board.name}</a>
            </td>
            <td data-label={words.columnHead}>
              {board.heads.length > 0 ? (
                board.heads.join(', ')
              ) : (
                <strong className="coloa-late">{words.headless}</strong>
              )}
            </td>
            <td data-label={words.columnPeople}>
              {[
                ...(counts.deputy > 0 ? [fill(words.deputies, { n: counts.deputy })] : []),
                ...(counts.member > 0 ? [fill(words.members, { n: counts.member })] : []),
              ].join(', ')}
              {others > 0 ? <small>{fill(words.others, { n: others })}</small> : null}
            </td>
            <td className="coloa-notes" data-label={words.columnNotes}>
              {board.proposals > 0 ? (
                <b className="coloa-tag">{fill(words.proposalsWaiting, { n: board.proposals })}</b>
              ) : null}
              {board.mandates > 0 ? <b className="coloa-tag">{words.actingNow}</b> : null}
            </td>
          </tr>
        )
      })}
    </tbody>
  </table>
)

/** Names are found with and without their marks: "ba dinh" finds "Ba Đình". */
const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim()

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined
