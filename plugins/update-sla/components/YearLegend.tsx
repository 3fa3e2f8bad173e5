import { gradeColours } from '../screens/charts/yearSvg.ts'
import type { SiteWords } from './siteWords.ts'

/** What the colours of the calendar mean. */
export const YearLegend = ({ words }: { words: SiteWords }) => {
  const labels = [words.grade_0, words.grade_1, words.grade_2]
  return (
    <ul aria-label={words.legend} className="coloa-legend coloa-year-legend">
      {gradeColours.map((colour, index) => (
        <li key={colour}>
          <svg aria-hidden="true" height="16" viewBox="0 0 16 16" width="16">
            <rect fill={colour} height="16" stroke="#8d9299" width="16" />
          </svg>
          {labels[index]}
        </li>
      ))}
      <li>{words.gradeNone}</li>
    </ul>
  )
}
