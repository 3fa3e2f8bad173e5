'use client'
import {
  closestCorners,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type {
  Active,
  Announcements,
  CollisionDetection,
  KeyboardCoordinateGetter,
  Over,
} from '@dnd-kit/core'
import { timeOf } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { fill } from '#domain/text/fill.ts'
import { lengthText } from '#domain/text/lengthText.ts'
import { scheduleWords } from './scheduleWords.ts'
import type { ScheduleWords } from './scheduleWords.ts'

/** What is dragged: an airing, or a bulletin without a time. */
export type Carried = {
  kind: 'airing' | 'offer'
  id: string
  title: string
  version: number
  seconds: number
  /** With the devices already: it stays on its medium. */
  fixedTo: Medium | null
}

/** A free stretch it may be dropped into; `start` epoch milliseconds. */
export type Target = { medium: Medium; start: number; label: string }

/** Mouse, finger and keyboard; a click or a scroll is no drag. */
export const useDragSensors = () =>
  useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextGap }),
  )

/** Under the pointer; with the keyboard the nearest. */
export const collideWithGaps: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : closestCorners(args)

/** Arrow keys go from free stretch to free stretch: up and down within a medium, left and right to the other. */
const nextGap: KeyboardCoordinateGetter = (event, { context }) => {
  const { collisionRect: rect, droppableContainers, droppableRects } = context
  if (!rect || !event.code.startsWith('Arrow')) return undefined
  event.preventDefault()
  const rects = droppableContainers.getEnabled().flatMap(({ id }) => {
    const found = droppableRects.get(id)
    return found ? [found] : []
  })
  const isSameColumn = (left: number) => Math.abs(left - rect.left) < 24
  const isVertical = event.code === 'ArrowDown' || event.code === 'ArrowUp'
  const isOnward = event.code === 'ArrowDown' || event.code === 'ArrowRight'
  const candidates = rects.filter((one) => {
    if (isVertical) {
      const isBeyond = isOnward ? one.top > rect.top + 1 : one.top < rect.top - 1
      return isBeyond && (isSameColumn(one.left) || !rects.some(({ left }) => isSameColumn(left)))
    }
    return isOnward ? one.left > rect.left + 24 : one.left < rect.left - 24
  })
  const distance = (one: { top: number; left: number }) =>
    Math.abs(one.top - rect.top) + (isVertical ? 0 : Math.abs(one.left - rect.left) / 100)
  const [next] = candidates.toSorted((a, b) => distance(a) - distance(b))
  return next ? { x: next.left, y: next.top } : undefined
}

/** What a screen reader says while something is dragged. */
export const announcementsOf = (words: ScheduleWords): Announcements => {
  const titleOf = (active: Active) => (active.data.current as Carried).title
  const placeOf = (over: Over) => (over.data.current as Target).label
  const at = (text: string, active: Active, over: Over) =>
    fill(text, { title: titleOf(active), place: placeOf(over) })
  return {
    onDragStart: ({ active }) => fill(words.dragStart, { title: titleOf(active) }),
    onDragOver: ({ active, over }) =>
      over
        ? at(words.dragOver, active, over)
        : fill(words.dragOverNone, { title: titleOf(active) }),
    onDragEnd: ({ active, over }) =>
      over ? at(words.dragEnd, active, over) : fill(words.dragCancel, { title: titleOf(active) }),
    onDragCancel: ({ active }) => fill(words.dragCancel, { title: titleOf(active) }),
  }
}

/** A free stretch as people say it. */
export const gapLabel = (gap: { start: number; end: number }, language: string): string =>
  fill(scheduleWords(language).free, {
    from: timeOf(gap.start),
    to: timeOf(gap.end),
    length: lengthText(Math.floor((gap.end - gap.start) / 60_000) * 60, language),
  })
