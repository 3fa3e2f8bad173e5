import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { sqlOf } from '#kit/transaction.ts'
import { allChoicesOf } from '../notices/choices.ts'
import { screenWords } from '../notices/screenWords.ts'
import { theOptions } from '../options.ts'
import { NoticeChoices } from './NoticeChoices.tsx'
import './notices.css'

/** `/admin/notices/choices`: how the signed-in person wants to be told. */
export const NoticeChoicesView = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/notices/choices')
  const words = screenWords(req.i18n.language)
  const choices = await allChoicesOf(await sqlOf(req), req.user?.id ?? 0)
  const { digestAt = '07:30' } = theOptions()
  return (
    <AdminPage title={words.choicesTitle} view={view}>
      <p>
        <a href="/admin/notices">{words.back}</a>
      </p>
      <p>{fill(words.choicesIntro, { at: digestAt })}</p>
      <NoticeChoices choices={[...choices].map(([kind, choice]) => ({ kind, ...choice }))} />
    </AdminPage>
  )
}
