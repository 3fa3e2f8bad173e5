import type { PayloadRequest } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { Pager } from '#kit/admin/Pager.tsx'
import { sqlOf } from '#kit/transaction.ts'
import type { Board } from '../desk/boardsOf.ts'
import type { DeskCounts } from '../desk/waitingReviews.ts'
import { waitsFor } from '../desk/waitsFor.ts'
import { theOptions } from '../options.ts'
import type { Review } from '../store.ts'
import type { Words } from '../words.ts'
import { ChooseButton } from './ChooseButton.tsx'
import { DeskFilters } from './DeskFilters.tsx'
import type { DeskWords } from './deskWords.ts'
import { EmptyDesk } from './EmptyDesk.tsx'
import { kindLabel } from './kindLabel.ts'
import { WaitingTable } from './WaitingTable.tsx'

type Asked = {
  tab: 'mine' | 'all'
  site: string | undefined
  kind: string | undefined
  page: number
  pageSize: number
}

/** A page of the queue: filters, counts, the table with what can be chosen, and the ways to the other pages. */
export const DeskQueue = async (props: {
  req: PayloadRequest
  asked: Asked
  boards: readonly Board[]
  counts: DeskCounts
  waiting: readonly Review[]
  words: Words
  desk: DeskWords
}) => {
  const { req, asked, boards, counts, waiting, words, desk } = props
  const isMine = asked.tab === 'mine'
  const total = isMine ? counts.mine : counts.total
  const late = isMine ? counts.mineLate : counts.late
  const addressOf = (page: number) => {
    const query = new URLSearchParams({ tab: asked.tab })
    if (asked.site) query.set('site', asked.site)
    if (asked.kind) query.set('kind', asked.kind)
    if (page > 1) query.set('page', String(page))
    return `/admin/review?${query.toString()}`
  }
  const table = (
    <WaitingTable
      boards={boards}
      desk={desk}
      isChoosing={isMine}
      req={req}
      reviews={waiting}
      waits={await waitsFor(await sqlOf(req), waiting)}
      words={words}
    />
  )
  return (
    <>
      <p>{isMine ? desk.introMine : desk.introAll}</p>
      <DeskFilters
        kind={asked.kind}
        kinds={theOptions().governed.map(({ slug }) => [slug, kindLabel(req, slug)] as const)}
        site={asked.site}
        sites={boards.map((board) => [board.logs[0] ?? board.board, board.name] as const)}
        tab={asked.tab}
        words={words}
      />
      <p aria-live="polite">
        <strong>{fill(isMine ? desk.countMine : desk.countAll, { n: total })}</strong>
        {late > 0 ? <span className="coloa-late"> · {fill(desk.late, { n: late })}</span> : null}
      </p>
      {waiting.length === 0 ? (
        <EmptyDesk
          hint={isMine ? desk.emptyMineHint : desk.emptyAllHint}
          text={isMine ? desk.emptyMine : desk.emptyAll}
        />
      ) : isMine ? (
        <form action="/admin/review/chosen" className="coloa-choosing" method="get">
          {table}
          <ChooseButton
            allLabel={desk.chooseAll}
            hint={desk.useChosenHint}
            label={desk.useChosen}
          />
        </form>
      ) : (
        table
      )}
      <Pager
        addressOf={addressOf}
        page={asked.page}
        pages={Math.ceil(total / asked.pageSize)}
        words={desk}
      />
    </>
  )
}
