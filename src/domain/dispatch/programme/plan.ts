/** Where something is heard or seen. */
export type Medium = 'radio' | 'board'

/** A half-open stretch of time, epoch milliseconds. */
export type Span = { start: number; end: number }

/** An item of a commune's programme on one medium. */
export type Item = {
  id: string
  priority: 'priority' | 'normal'
  /** Epoch milliseconds. */
  startsAt: number
  seconds: number
  /** The bulletin says nothing any more after it, epoch milliseconds. */
  until?: number | undefined
  /** On the air already or over: it stays where it is. */
  isFixed?: boolean
}

/** What becomes of an item: another time, or none, and why. */
export type Change =
  | { id: string; what: 'move'; startsAt: number; why: ChangeReason }
  | { id: string; what: 'drop'; why: ChangeReason }

/** Why the programme changed an item by itself. */
export type ChangeReason =
  'makes_room' | 'comes_after' | 'comes_first' | 'gives_way' | 'no_free_slot'

/** The hours of a day in which a medium is on, in order, none touching another. */
export type FramesOn = (day: string) => readonly Span[]

/** The time an item takes. */
export const spanOf = ({ startsAt, seconds }: Pick<Item, 'startsAt' | 'seconds'>): Span => ({
  start: startsAt,
  end: startsAt + seconds * 1000,
})

/** Whether two stretches share a moment. */
export const overlaps = (one: Span, other: Span): boolean =>
  one.start < other.end && other.start < one.end

/** The items that would sound at the same time as this one, the earliest first. */
export const overlapping = (items: readonly Item[], one: Item): Item[] =>
  items
    .filter((item) => item.id !== one.id && overlaps(spanOf(item), spanOf(one)))
    .toSorted((a, b) => a.startsAt - b.startsAt)
