import type { ReactElement } from 'react'
import type { SiteView } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

/** Which pages a list has. */
export type Paging = { page: number; last: number }

/** Ways to the other pages of a list; the address of a page is made by `href`. */
export const Pager = (props: {
  site: SiteView
  paging: Paging
  href: (page: number) => string
}): ReactElement | null => {
  const { page, last } = props.paging
  const words = wordsOf(props.site.locale)
  if (last <= 1) return null
  return (
    <nav className="pager" aria-label={words.pages}>
      <ul>
        {page > 1 ? (
          <li>
            <a rel="prev" href={props.href(page - 1)}>
              ← {words.previous}
            </a>
          </li>
        ) : null}
        {numbersAround(page, last).map((number) => (
          <li key={number} className="pager-number">
            {number === page ? (
              <span aria-current="page" aria-label={words.pageOf(page, last)}>
                {number}
              </span>
            ) : (
              <a href={props.href(number)} aria-label={words.pageOf(number, last)}>
                {number}
              </a>
            )}
          </li>
        ))}
        {page < last ? (
          <li>
            <a rel="next" href={props.href(page + 1)}>
              {words.next} →
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

/** First, last and those near the current one. */
const numbersAround = (page: number, last: number): number[] =>
  [...new Set([1, page - 1, page, page + 1, last])]
    .filter((number) => number >= 1 && number <= last)
    .toSorted((a, b) => a - b)
