import type { AdminViewServerProps } from 'payload'
import { readDesk } from '../desk/readDesk.ts'
import { wordsOf } from '../words.ts'
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
  const { boards, waiting, returned } = await readDesk(req)
  const site = one(view.searchParams?.site)
  const kind = one(view.searchParams?.kind)
  const shown = waiting.filter(
    (review) => (!site || review.log === site) && (!kind || review.collection === kind),
  )
  const kinds = [...new Set(waiting.map((review) => review.collection))]
  return (
    <AdminPage title={words.desk} view={view}>
      <p>{boards.length === 0 ? words.noBoard : words.deskIntro}</p>
      {waiting.length > 0 ? (
        <DeskFilters
          kind={kind}
          kinds={kinds.map((slug) => [slug, kindLabel(req, slug)] as const)}
          site={site}
          sites={boards
            .filter((board) => waiting.some((review) => review.log === board.log))
            .map((board) => [board.log, board.name] as const)}
          words={words}
        />
      ) : null}
      {boards.length > 0 ? (
        <WaitingTable isCounted boards={boards} req={req} reviews={shown} words={words} />
      ) : null}
      <ReturnedList language={language} reviews={returned} words={words} />
    </AdminPage>
  )
}

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined
