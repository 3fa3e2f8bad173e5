import type { ReactElement } from 'react'
import type { DocumentRow } from '../lists/findDocuments.ts'
import type { Ask } from '../router/ask.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { Day } from './Day.tsx'

/** Documents as a table, which a narrow screen shows as cards. */
export const DocumentTable = (props: {
  ask: Ask
  rows: readonly DocumentRow[]
  /** Without kind and issuer, where there is little room. */
  isShort?: boolean
}): ReactElement => {
  const { ask, rows, isShort } = props
  const { site } = ask
  const words = wordsOf(site.locale)
  if (rows.length === 0) return <p className="empty">{words.nothingHere}</p>
  return (
    <table className={isShort ? 'documents documents-short' : 'documents'}>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.brief}</th>
          {isShort ? null : <th scope="col">{words.kind}</th>}
          {isShort ? null : <th scope="col">{words.issuer}</th>}
          <th scope="col">{words.issuedOn}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label={words.number} className="number">
              {row.number}
            </td>
            <td
              data-label={words.brief}
              className="brief"
              {...(row.titleLocale === site.locale ? {} : { lang: row.titleLocale })}
            >
              <a href={linkTo(site, `/van-ban/${row.slug}`)}>{row.title}</a>
            </td>
            {isShort ? null : <td data-label={words.kind}>{words.documentKinds[row.kind]}</td>}
            {isShort ? null : (
              <td data-label={words.issuer}>
                {row.issuer === null ? '' : ask.context.directory.unitName(row.issuer, site.locale)}
              </td>
            )}
            <td data-label={words.issuedOn}>
              <Day at={row.issuedOn} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
