import type { Words } from '../words.ts'

type Choice = readonly [string, string]

/** Filters by site and kind; a plain form, so that the back button brings them back. */
export const DeskFilters = (props: {
  site: string | undefined
  sites: readonly Choice[]
  kind: string | undefined
  kinds: readonly Choice[]
  /** Part of the desk that is filtered. */
  tab: string
  words: Words
}) => {
  const { words } = props
  return (
    <form action="/admin/review" className="coloa-filters" method="get">
      <input name="tab" type="hidden" value={props.tab} />
      <Choose
        all={words.filterAll}
        choices={props.sites}
        label={words.filterSite}
        name="site"
        value={props.site}
      />
      <Choose
        all={words.filterAll}
        choices={props.kinds}
        label={words.filterKind}
        name="kind"
        value={props.kind}
      />
      <button type="submit">{words.filter}</button>
    </form>
  )
}

const Choose = (props: {
  name: string
  label: string
  all: string
  value: string | undefined
  choices: readonly Choice[]
}) => (
  <label>
    {props.label}
    <select defaultValue={props.value ?? ''} name={props.name}>
      <option value="">{props.all}</option>
      {props.choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </label>
)
