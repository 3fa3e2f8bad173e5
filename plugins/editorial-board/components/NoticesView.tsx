import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { sqlOf } from '#kit/transaction.ts'
import { choiceKinds } from '../notices/kinds.ts'
import { readNotices } from '../notices/readNotices.ts'
import { screenWords } from '../notices/screenWords.ts'
import { siteNamesOf } from '../notices/siteNames.ts'
import { kindWords } from '../notices/kindWords.ts'
import { MarkAllRead } from './MarkAllRead.tsx'
import { NoticeTable } from './NoticeTable.tsx'
import './notices.css'

/** `/admin/notices`: what the signed-in person was told, newest on top. */
export const NoticesView = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/notices')
  const { language } = req.i18n
  const words = screenWords(language)
  const isUnread = one(view.searchParams?.show) === 'unread'
  const kind = choiceKinds.find((known) => known === one(view.searchParams?.kind))
  const before = Number(one(view.searchParams?.before))
  const { notices, unread, hasOlder } = await readNotices(await sqlOf(req), {
    person: req.user?.id ?? 0,
    isUnread,
    ...(kind ? { kind } : {}),
    ...(Number.isInteger(before) && before > 0 ? { before } : {}),
  })
  const kept = new URLSearchParams({
    ...(isUnread ? { show: 'unread' } : {}),
    ...(kind ? { kind } : {}),
  })
  return (
    <AdminPage title={words.notices} view={view}>
      <p>
        {words.intro} <a href="/admin/notices/choices">{words.choices}</a>
      </p>
      <form className="coloa-filters" method="get">
        <label>
          {words.filterShow}
          <select defaultValue={isUnread ? 'unread' : ''} name="show">
            <option value="">{words.filterAll}</option>
            <option value="unread">{words.filterUnread}</option>
          </select>
        </label>
        <label>
          {words.filterKind}
          <select defaultValue={kind ?? ''} name="kind">
            <option value="">{words.filterAll}</option>
            {choiceKinds.map((known) => (
              <option key={known} value={known}>
                {kindWords(language).kind[known]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{words.filter}</button>
      </form>
      <p aria-live="polite">
        <strong>{fill(words.unread, { n: unread })}</strong>
      </p>
      {unread > 0 ? <MarkAllRead /> : null}
      <NoticeTable
        isFiltered={isUnread || kind !== undefined}
        language={language === 'en' ? 'en' : 'vi'}
        notices={notices}
        siteNames={await siteNamesOf(req)}
      />
      {hasOlder ? (
        <p>
          <a href={`/admin/notices?${withBefore(kept, notices.at(-1)?.id)}`}>{words.older}</a>
        </p>
      ) : null}
    </AdminPage>
  )
}

const withBefore = (kept: URLSearchParams, id: number | undefined): string => {
  const all = new URLSearchParams(kept)
  all.set('before', String(id ?? ''))
  return all.toString()
}

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined
