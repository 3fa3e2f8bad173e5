import { momentText } from '#kit/admin/momentText.ts'
import type { ToldNotice } from '../notices/notice.ts'
import { noticeText } from '../notices/noticeText.ts'
import { screenWords } from '../notices/screenWords.ts'
import { NoticeOpener } from './NoticeOpener.tsx'

/** Notices as a table; cards on a narrow screen. */
export const NoticeTable = (props: {
  notices: readonly ToldNotice[]
  siteNames: ReadonlyMap<string, string>
  language: 'vi' | 'en'
  isFiltered: boolean
}) => {
  const { notices, language } = props
  const words = screenWords(language)
  if (notices.length === 0) {
    return (
      <div className="coloa-empty">
        <p>{props.isFiltered ? words.noneFiltered : words.none}</p>
        {props.isFiltered ? null : <p>{words.noneHint}</p>}
      </div>
    )
  }
  return (
    <table className="coloa-table coloa-notices">
      <thead>
        <tr>
          <th scope="col">{words.columnState}</th>
          <th scope="col">{words.columnNotice}</th>
          <th scope="col">{words.columnSite}</th>
          <th scope="col">{words.columnAt}</th>
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => (
          <Row
            key={notice.id}
            language={language}
            notice={notice}
            siteName={props.siteNames.get(notice.log) ?? notice.log}
          />
        ))}
      </tbody>
    </table>
  )
}

const Row = (props: { notice: ToldNotice; siteName: string; language: 'vi' | 'en' }) => {
  const { notice, siteName, language } = props
  const words = screenWords(language)
  const said = noticeText(notice, { language, siteName })
  const isUnread = notice.readAt === null && notice.settledAt === null
  return (
    <tr className={isUnread ? 'coloa-unread' : undefined}>
      <td data-label={words.columnState}>
        {isUnread ? (
          <strong>{words.isUnread}</strong>
        ) : notice.settledAt ? (
          words.isSettled
        ) : (
          words.isRead
        )}
      </td>
      <td data-label={words.columnNotice}>
        <b
          className={
            notice.kind.toLowerCase().includes('overdue') ? 'coloa-tag coloa-late' : 'coloa-tag'
          }
        >
          {said.tag}
        </b>
        <NoticeOpener href={said.path} id={notice.id} isUnread={notice.readAt === null}>
          {said.fact}
        </NoticeOpener>
        {notice.detail.explanation ? <small>{notice.detail.explanation}</small> : null}
      </td>
      <td data-label={words.columnSite}>{siteName}</td>
      <td data-label={words.columnAt}>{momentText(notice.at, language)}</td>
    </tr>
  )
}
