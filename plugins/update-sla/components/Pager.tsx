import { fill } from '#domain/text/fill.ts'
import type { SlaWords } from './slaWords.ts'

/** "Trang 2 / 100" with the ways back and on; nothing when there is one page. */
export const Pager = (props: {
  page: number
  pages: number
  addressOf: (page: number) => string
  words: SlaWords
}) => {
  const { page, pages, addressOf, words } = props
  if (pages < 2) return null
  return (
    <nav aria-label={words.listPages} className="coloa-pager">
      {page > 1 ? (
        <a href={addressOf(page - 1)} rel="prev">
          ← {words.previous}
        </a>
      ) : null}
      <span>{fill(words.pageOf, { page, pages })}</span>
      {page < pages ? (
        <a href={addressOf(page + 1)} rel="next">
          {words.next} →
        </a>
      ) : null}
    </nav>
  )
}
