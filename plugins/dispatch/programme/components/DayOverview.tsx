import { timeOf } from '#domain/dispatch/programme/localDay.ts'
import { fill } from '#domain/text/fill.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import type { DayOfMedium } from '../screens/readDay.ts'
import { scheduleWords } from './scheduleWords.ts'

const DAY_MS = 86_400_000

/** The whole day as one bar: frames shaded, items as strokes, emergencies in red. What it shows stands below it in words. */
export const DayOverview = ({ column, words }: { column: DayOfMedium; words: ProgrammeWords }) => {
  const { dayStart, sections, items, cuts, medium } = column
  const said = scheduleWords(words.language)
  const x = (at: number) => ((at - dayStart) / DAY_MS) * 1000
  return (
    <svg
      aria-label={fill(said.overview, { medium: words[medium].toLowerCase() })}
      className="coloa-overview"
      preserveAspectRatio="none"
      role="img"
      viewBox="0 0 1000 40"
    >
      <rect className="coloa-overview-ground" height="40" width="1000" x="0" y="0" />
      {sections.map(({ frame }) =>
        frame ? (
          <rect
            className="coloa-overview-frame"
            height="40"
            key={frame.start}
            width={x(frame.end) - x(frame.start)}
            x={x(frame.start)}
            y="0"
          />
        ) : null,
      )}
      {items.map((one) => (
        <rect
          className={`coloa-overview-${one.priority}`}
          height="28"
          key={one.id}
          width={Math.max(3, (one.seconds * 1_000_000) / DAY_MS)}
          x={x(one.startsAt)}
          y="6"
        >
          <title>{`${timeOf(one.startsAt)} ${one.title}`}</title>
        </rect>
      ))}
      {cuts.map((one) => (
        <rect
          className="coloa-overview-cut"
          height="40"
          key={one.id}
          width="4"
          x={x(one.at)}
          y="0"
        />
      ))}
    </svg>
  )
}
