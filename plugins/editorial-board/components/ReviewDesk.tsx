import type { AdminViewServerProps } from 'payload'
import { readDesk } from '../desk/readDesk.ts'
import { theOptions } from '../options.ts'
import { wordsOf } from '../words.ts'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { DeskFilters } from './DeskFilters.tsx'
import { kindLabel } from './kindLabel.ts'
import { ReturnedList } from './ReturnedList.tsx'
import { WaitingTable } from './WaitingTable.tsx'

/** `/admin/review`: what waits for the boards of the signed-in person, what is due first on top. */
export const ReviewDesk = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/review')
  const { language } = req.i18n
  const words = wordsOf(language)
  const site = one(view.searchParams?.site)
  const kind = one(view.searchParams?.kind)
  const { boards, counts, waiting, returned } = await readDesk(req, {
    ...(site ? { log: site } : {}),
    ...(kind ? { collection: kind } : {}),
  })
  return (
    <AdminPage title={words.desk} view={view}>
      <p>{boards.length === 0 ? words.noBoard : words.deskIntro}</p>
      {boards.length > 0 ? (
        <>
          <DeskFilters
            kind={kind}
            kinds={theOptions().governed.map(({ slug }) => [slug, kindLabel(req, slug)] as const)}
            site={site}
            sites={boards.map((board) => [board.logs[0] ?? board.board, board.name] as const)}
            words={words}
          />
          <p aria-live="polite">
            <strong>{fill(words.waitingCount, { n: counts.total })}</strong>
            {counts.late > 0 ? ` · ${fill(words.lateCount, { n: counts.late })}` : ''}
          </p>
          <WaitingTable boards={boards} req={req} reviews={waiting} words={words} />
        </>
      ) : null}
      <ReturnedList language={language} reviews={returned} words={words} />
    </AdminPage>
  )
}

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined
