import { fill } from '#domain/text/fill.ts'

/** "Trang 2/100" with the ways back and on; nothing when there is one page. */
export const Pager = (props: {
  page: number
  pages: number
  addressOf: (page: number) => string
  /** `page` takes `{page}` and `{pages}`; `pages` names the navigation. */
  words: { pages: string; page: string; previous: string; next: string }
}) => {
  const { page, pages, addressOf, words } = props
  if (pages < 2) return null
  return (
    <nav aria-label={words.pages} className="coloa-pager">
      {page > 1 ? (
        <a href={addressOf(page - 1)} rel="prev">
          ← {words.previous}
        </a>
      ) : null}
      <span>{fill(words.page, { page, pages })}</span>
      {page < pages ? (
        <a href={addressOf(page + 1)} rel="next">
          {words.next} →
        </a>
      ) : null}
    </nav>
  )
}
