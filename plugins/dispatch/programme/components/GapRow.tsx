'use client'
import { useDroppable } from '@dnd-kit/core'
import { timeOf } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { fill } from '#domain/text/fill.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import { gapLabel } from './dragging.ts'
import type { Carried, Target } from './dragging.ts'
import { scheduleWords } from './scheduleWords.ts'

/** A free stretch; what fits may be dropped into it. */
export const GapRow = (props: {
  gap: { start: number; end: number }
  medium: Medium
  carried: Carried | undefined
  words: ProgrammeWords
}) => {
  const { gap, medium, carried, words } = props
  const said = scheduleWords(words.language)
  const fits =
    !carried ||
    (gap.end - gap.start >= carried.seconds * 1000 &&
      (carried.fixedTo === null || carried.fixedTo === medium))
  const label = gapLabel(gap, words.language)
  const data: Target = { medium, start: gap.start, label: `${words[medium]}, ${label}` }
  const { setNodeRef, isOver } = useDroppable({
    id: `gap-${medium}-${gap.start}`,
    data,
    disabled: !fits,
  })
  const state = carried && fits ? (isOver ? ' coloa-free-over' : ' coloa-free-open') : ''
  return (
    <li
      className={`coloa-free${state}`}
      data-gap={`${medium}-${timeOf(gap.start)}`}
      ref={setNodeRef}
    >
      {carried && fits ? fill(said.dropHere, { at: timeOf(gap.start) }) : label}
    </li>
  )
}
