import type { ReactElement } from 'react'

/** Where a sent form leads within the page: to what is wrong or to what came of it. */
export const RESULT = 'result'

/** What has to be corrected, each with a link to its field. The browser goes to it. */
export const Problems = (props: {
  title: string
  problems: readonly { name: string; text: string }[]
}): ReactElement | null =>
  props.problems.length === 0 ? null : (
    <div className="problems" role="alert" id={RESULT} tabIndex={-1}>
      <h2>{props.title}</h2>
      <ul>
        {props.problems.map(({ name, text }) => (
          <li key={name}>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
