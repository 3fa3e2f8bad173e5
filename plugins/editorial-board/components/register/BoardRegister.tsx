import type { AdminViewServerProps } from 'payload'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { readRegister } from '../../people/readRegister.ts'
import { theOptions } from '../../options.ts'
import { kindLabel } from '../kindLabel.ts'
import { ActingCalendar } from './ActingCalendar.tsx'
import { FlowSection } from './FlowSection.tsx'
import { MandateSection } from './MandateSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { ProposalList } from './ProposalList.tsx'
import { registerWordsOf } from './registerWords.ts'
import './register.css'

/** `/admin/boards/:board`: who is on a board, who signs when, who acts for whom, and which way its items go. */
export const BoardRegister = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const segments = view.params?.segments
  const code = decodeURIComponent((Array.isArray(segments) ? segments[1] : undefined) ?? '')
  demandSignIn(req, `/admin/boards/${code}`)
  const { language } = req.i18n
  const words = registerWordsOf(language)
  const register = await readRegister(req, code)
  if (!register) {
    return (
      <AdminPage title={words.boards} view={view}>
        <p>{words.boardMissing}</p>
        <p>
          <a href="/admin/boards">{words.allBoards}</a>
        </p>
      </AdminPage>
    )
  }
  const kinds = theOptions().governed.map(({ slug }) => [slug, kindLabel(req, slug)] as const)
  const props = { register, words, language, kinds }
  return (
    <AdminPage title={register.board.name} view={view}>
      <p className="coloa-parts">
        <a href="/admin/boards">{words.allBoards}</a>
        <a href="#thanh-phan">{words.people}</a>
        <a href="#lich">{words.calendar}</a>
        <a href="#uy-quyen">{words.mandates}</a>
        <a href="#quy-trinh">{words.flows}</a>
      </p>
      <ProposalList {...props} />
      <PeopleSection {...props} />
      <ActingCalendar {...props} />
      <MandateSection {...props} />
      <FlowSection {...props} />
    </AdminPage>
  )
}
