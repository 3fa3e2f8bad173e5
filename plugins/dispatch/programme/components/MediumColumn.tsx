'use client'
import { timeOf } from '#domain/dispatch/programme/localDay.ts'
import { fill } from '#domain/text/fill.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import type { DayOfMedium } from '../screens/readDay.ts'
import { CopyDayForm } from './CopyDayForm.tsx'
import type { May } from './DayBoard.tsx'
import { DayOverview } from './DayOverview.tsx'
import type { Carried } from './dragging.ts'
import { GapRow } from './GapRow.tsx'
import { ItemRow } from './ItemRow.tsx'
import { scheduleWords } from './scheduleWords.ts'

/** One medium from morning to night: frames with what is in them and what is free, cuts by emergencies on top. */
export const MediumColumn = (props: {
  unitCode: string
  day: string
  column: DayOfMedium
  carried: Carried | undefined
  may: May
  words: ProgrammeWords
}) => {
  const { column, words, may } = props
  const said = scheduleWords(words.language)
  const { medium, sections, items, cuts } = column
  return (
    <section aria-labelledby={`medium-${medium}`} className="coloa-medium">
      <h3 id={`medium-${medium}`}>{words[medium]}</h3>
      <DayOverview column={column} words={words} />
      {cuts.map((cut) => (
        <p className="coloa-problem" key={cut.id}>
          <a href={`/admin/dispatches/${cut.id}`}>
            {fill(said.cut, { at: timeOf(cut.at), title: cut.title })}
          </a>
        </p>
      ))}
      {sections.length === 0 ? <p>{said.noFrames}</p> : null}
      {sections.map(({ frame, rows }, index) => (
        <div className={frame ? 'coloa-frame' : 'coloa-outside'} key={frame?.start ?? `o${index}`}>
          <h4>
            {frame
              ? fill(said.framesOf, {
                  from: timeOf(frame.start),
                  to: timeOf(frame.end) === '00:00' ? '24:00' : timeOf(frame.end),
                })
              : said.outsideFrames}
          </h4>
          <ol>
            {rows.map((row) => {
              if (row.what === 'gap')
                return (
                  <GapRow
                    carried={props.carried}
                    gap={row}
                    key={`gap-${row.start}`}
                    medium={medium}
                    words={words}
                  />
                )
              const item = items.find((one) => one.id === row.id)
              return item ? (
                <ItemRow item={item} key={item.id} may={may} medium={medium} words={words} />
              ) : null
            })}
          </ol>
        </div>
      ))}
      {may.arrange.normal && items.length > 0 ? (
        <CopyDayForm day={props.day} medium={medium} unitCode={props.unitCode} words={words} />
      ) : null}
    </section>
  )
}
