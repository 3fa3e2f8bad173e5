import type { ReactElement } from 'react'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

/** The search of the site. */
export const SearchForm = (props: {
  site: SiteView
  id: string
  value?: string
  /** Told to screen readers where a page has two searches. */
  name?: string
}): ReactElement => {
  const words = wordsOf(props.site.locale)
  return (
    <form
      className="search"
      aria-label={props.name ?? words.searchLabel}
      role="search"
      action={linkTo(props.site, '/tim-kiem')}
      method="get"
    >
      <label className="hidden" htmlFor={props.id}>
        {words.searchLabel}
      </label>
      <input
        id={props.id}
        name="q"
        type="search"
        maxLength={200}
        defaultValue={props.value}
        placeholder={words.searchHint}
      />
      <button type="submit">{words.search}</button>
    </form>
  )
}
