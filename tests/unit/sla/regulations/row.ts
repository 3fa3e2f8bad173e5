/** A time in Hà Nội, `2026-02-13 20:15`. */
export type Moment = string

/** What holds a row of the table of numbers: cases worked out by hand against the calendars of 2025 and 2026. */
export type Row = {
  /** As in the catalogue of clauses: `P-13.1b/update`. */
  id: string
  /** @default hanoi */
  profile?: 'hanoi' | 'haiphong'
} & Held

type Held =
  | { deadline: string; cases: readonly { at: Moment; due: Moment; why: string }[] }
  | { report: string; owes: readonly string[]; cases: readonly { year: number; due: Moment }[] }
  | { quota: string; atLeast: number; cases: readonly { month: number; ends: Moment }[] }
  | {
      windows: 'city' | 'component'
      cases: readonly { day: string; open: readonly string[]; why: string }[]
    }
  | {
      count: number
      of:
        | 'cityWindows'
        | 'refusalGrounds'
        | 'bulletinTopics'
        | 'languages'
        | 'componentWindows'
        | 'passwordLength'
    }
  | { inForceFrom: string; obligations: readonly string[] }
