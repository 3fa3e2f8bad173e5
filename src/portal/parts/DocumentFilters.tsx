import type { ReactElement } from 'react'
import type { DocumentFilter } from '../lists/findDocuments.ts'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

/** Filters of the documents; they live in the address, so the back button keeps them. */
export const DocumentFilters = (props: {
  site: SiteView
  filter: DocumentFilter
  years: readonly number[]
  isFiltered: boolean
}): ReactElement => {
  const { site, filter } = props
  const words = wordsOf(site.locale)
  const action = linkTo(site, '/van-ban')
  return (
    <form className="filters" method="get" action={action}>
      <p>
        <label htmlFor="number">{words.numberSearch}</label>
        <input
          id="number"
          name="number"
          type="search"
          maxLength={60}
          defaultValue={filter.number}
          placeholder="204/2025/QĐ-UBND"
        />
      </p>
      <p>
        <label htmlFor="kind">{words.kindOfDocument}</label>
        <select id="kind" name="kind" defaultValue={filter.kind}>
          <option value="">{words.all}</option>
          {Object.entries(words.documentKinds).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="year">{words.year}</label>
        <select id="year" name="year" defaultValue={filter.year ?? ''}>
          <option value="">{words.all}</option>
          {props.years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </p>
      <p className="filters-end">
        <button type="submit">{words.filter}</button>
        {props.isFiltered ? <a href={action}>{words.clear}</a> : null}
      </p>
    </form>
  )
}
