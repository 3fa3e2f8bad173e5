'use client'
import { DndContext } from '@dnd-kit/core'
import type { DragEndEvent } from '@dnd-kit/core'
import { useState } from 'react'
import { timeOf } from '#domain/dispatch/programme/localDay.ts'
import { fill } from '#domain/text/fill.ts'
import type { DayItem, DayOfMedium, Unplaced } from '../screens/readDay.ts'
import type { Carried, Target } from './dragging.ts'
import { announcementsOf, collideWithGaps, useDragSensors } from './dragging.ts'
import { MediumColumn } from './MediumColumn.tsx'
import { UnplacedTray } from './UnplacedTray.tsx'
import { useAct } from './useAct.ts'
import { scheduleWords } from './scheduleWords.ts'

/** Whether the person may arrange, and refuse, by priority of the bulletin. */
export type May = Record<'arrange' | 'refuse', Record<DayItem['priority'], boolean>>

/**
 * The day side by side on radio and boards. An item is dragged into a free stretch, by mouse, finger or keyboard; everything
 * can be done with buttons as well.
 */
export const DayBoard = (props: {
  unitCode: string
  day: string
  media: readonly DayOfMedium[]
  unplaced: readonly Unplaced[]
  may: May
}) => {
  const { act, words } = useAct()
  const said = scheduleWords(words.language)
  const sensors = useDragSensors()
  const [carried, setCarried] = useState<Carried>()
  const { media, may, day } = props

  const drop = (event: DragEndEvent) => {
    setCarried(undefined)
    const one = event.active.data.current as Carried | undefined // as Draggable gives it
    const target = event.over?.data.current as Target | undefined // as GapRow gives it
    if (!one || !target) return
    const at = new Date(target.start).toISOString()
    const done = fill(said.moved, { title: one.title, at: timeOf(target.start) })
    if (one.kind === 'airing')
      void act(
        `/dispatch/airings/${one.id}/move`,
        { version: one.version, at, medium: target.medium },
        done,
      )
    else
      void act(
        `/dispatch/offers/${one.id}/schedule`,
        { version: one.version, medium: target.medium, times: { at } },
        done,
      )
  }

  return (
    <DndContext
      accessibility={{
        announcements: announcementsOf(said),
        screenReaderInstructions: { draggable: said.dragHint },
      }}
      collisionDetection={collideWithGaps}
      id="day-schedule"
      onDragCancel={() => setCarried(undefined)}
      onDragEnd={drop}
      onDragStart={({ active }) => setCarried(active.data.current as Carried)} // as Draggable gives it
      sensors={sensors}
    >
      <UnplacedTray day={day} items={props.unplaced} may={may} words={words} />
      <div className="coloa-media">
        {media.map((one) => (
          <MediumColumn
            carried={carried}
            column={one}
            day={day}
            key={one.medium}
            may={may}
            unitCode={props.unitCode}
            words={words}
          />
        ))}
      </div>
    </DndContext>
  )
}
