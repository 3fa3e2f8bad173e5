import type { ReactElement } from 'react'

/** What has to be corrected, each with a link to its field; first on the page, and what the browser goes to. */
export const Problems = (props: {
  title: string
  problems: readonly { name: string; text: string }[]
}): ReactElement | null =>
  props.problems.length === 0 ? null : (
    <div className="problems" role="alert" id="problems">
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
