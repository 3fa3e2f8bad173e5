import { fill } from '#domain/text/fill.ts'
import { timeText } from '../screens/dayText.ts'
import { itemHref } from '../screens/itemHref.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { Evidence } from '../screens/readSiteDay.ts'
import { siteWords } from './siteWords.ts'

/** All releases of a day: what the windows were judged on. */
export const EvidenceTable = (props: {
  releases: readonly Evidence[]
  log: string
  /** Of those who decided, by account. */
  names: ReadonlyMap<number, string>
  screen: Screen
}) => {
  const { releases, log, names, screen } = props
  const words = siteWords(screen.language)
  return (
    <section aria-labelledby="ban-phat-hanh">
      <h2 id="ban-phat-hanh">{words.evidence}</h2>
      {releases.length === 0 ? (
        <p>{words.evidenceNone}</p>
      ) : (
        <table className="coloa-table">
          <thead>
            <tr>
              <th scope="col">{words.columnAt}</th>
              <th scope="col">{words.columnTitle}</th>
              <th scope="col">{words.columnKind}</th>
              <th scope="col">{words.columnRelease}</th>
              <th scope="col">{words.decision}</th>
            </tr>
          </thead>
          <tbody>
            {releases.map((one) => {
              const href = itemHref(screen.req, one)
              const name = one.decidedBy === null ? undefined : names.get(one.decidedBy)
              return (
                <tr key={one.seq}>
                  <td data-label={words.columnAt}>{timeText(one.at)}</td>
                  <td data-label={words.columnTitle}>
                    {href ? <a href={href}>{one.title || one.docId}</a> : one.title}
                  </td>
                  <td data-label={words.columnKind}>
                    {(words as Record<string, string>)[`kind_${one.kind}`] ?? one.kind}
                    {one.isImport ? <small>{words.import}</small> : null}
                  </td>
                  <td data-label={words.columnRelease}>
                    {log}:{one.seq}
                  </td>
                  <td data-label={words.decision}>
                    {name ? fill(words.decidedBy, { name }) : null}
                    <small className="coloa-code">{one.decisionId}</small>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
