import type { Pool } from 'pg'
import { calendarsOf, readUnitHours } from '../calendars/readCalendars.ts'
import { readTickState } from '../clocks/tickState.ts'
import { changeDays } from './changeDays.ts'
import { checkNotice } from './checkNotice.ts'
import { demandNew } from './demandNew.ts'
import { listDays } from './listDays.ts'
import type { DayChange, Notice } from './notice.ts'
import { recomputeClocks } from './recomputeClocks.ts'
import type { Recomputed } from './recomputeClocks.ts'

/** A clock that a notice would move. */
export type Moved = Pick<
  Recomputed,
  'id' | 'obligation' | 'version' | 'owner' | 'title' | 'dueBefore' | 'dueAfter'
>

/** What a notice would do. */
export type Preview = {
  changes: DayChange[]
  /** How many clocks are open, how many of them would be due later, and earlier. */
  open: number
  later: number
  earlier: number
  /** The first of those that move, by when they are due now. */
  first: Moved[]
}

/**
 * Tells what a notice would do, and does nothing.
 *
 * @param options.limit how many clocks to name. @default 20
 * @throws PortalError as applyNotice
 */
export const previewNotice = async (options: {
  pool: Pool
  notice: Notice
  now: Date
  limit?: number
}): Promise<Preview> => {
  const { pool, now, limit = 20 } = options
  const client = await pool.connect()
  try {
    // One view of the clocks from the first batch to the last.
    await client.query('begin isolation level repeatable read read only')
    const { days } = await listDays(client)
    const notice = checkNotice(options.notice, days)
    await demandNew(client, notice)
    const { after, changes } = changeDays(days, notice)
    const state = {
      ...(await readTickState(client, now, now)),
      calendars: calendarsOf(after, await readUnitHours(client)),
    }
    const preview: Preview = { changes, open: 0, later: 0, earlier: 0, first: [] }
    for await (const batch of recomputeClocks(client, state)) {
      const moved = batch.filter(({ dueBefore, dueAfter }) => +dueBefore !== +dueAfter)
      const later = moved.filter(({ dueBefore, dueAfter }) => dueAfter > dueBefore).length
      preview.open += batch.length
      preview.later += later
      preview.earlier += moved.length - later
      preview.first = [...preview.first, ...moved.map(named)]
        .sort((a, b) => +a.dueBefore - +b.dueBefore || Number(a.id) - Number(b.id))
        .slice(0, limit)
    }
    return preview
  } finally {
    await client.query('rollback').catch(() => undefined) // the connection may be what failed
    client.release()
  }
}

const named = ({ id, obligation, version, owner, title, dueBefore, dueAfter }: Recomputed) => ({
  id,
  obligation,
  version,
  owner,
  title,
  dueBefore,
  dueAfter,
})
