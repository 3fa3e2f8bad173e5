'use client'
import { useDraggable } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { useIsAlive } from '#kit/admin/useIsAlive.ts'
import { fill } from '#domain/text/fill.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import type { Carried } from './dragging.ts'
import { scheduleWords } from './scheduleWords.ts'

/** A piece that can be dragged by its handle. */
export const Draggable = (props: {
  carried: Carried
  words: ProgrammeWords
  isDraggable: boolean
  className: string
  children: ReactNode
}) => {
  const { carried, words } = props
  const said = scheduleWords(words.language)
  const isAlive = useIsAlive()
  const { attributes, listeners, setNodeRef, transform, isDragging } = useDraggable({
    id: carried.id,
    data: carried,
    disabled: !props.isDraggable,
    attributes: { roleDescription: words.schedule },
  })
  const style = transform
    ? { transform: `translate3d(${transform.x}px, ${transform.y}px, 0)` }
    : undefined
  return (
    <div
      className={`${props.className}${isDragging ? ' coloa-dragged' : ''}`}
      ref={setNodeRef}
      style={style}
    >
      {props.isDraggable && isAlive ? (
        <button
          {...listeners}
          {...attributes}
          aria-label={fill(said.drag, { title: carried.title })}
          className="coloa-handle"
          type="button"
        >
          <span aria-hidden>⠿</span>
        </button>
      ) : null}
      {props.children}
    </div>
  )
}
