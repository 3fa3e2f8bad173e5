import type { ClientBase } from 'pg'
import { ADD_JOB, addJobValues } from '#kit/enqueue.ts'
import { prepared } from '#kit/prepared.ts'
import { periodRows } from './clocks/periodRows.ts'
import { readSources } from './clocks/readSources.ts'
import type { Touched } from './clocks/readSources.ts'
import { readDueClocks, touchAgain } from './clocks/readTouched.ts'
import { syncClocks } from './clocks/syncClocks.ts'
import { readTickState } from './clocks/tickState.ts'
import type { TickState } from './clocks/tickState.ts'
import { takeNews } from './clocks/takeNews.ts'
import type { News } from './clocks/takeNews.ts'
import { theOptions } from './options.ts'
import { judgeWindows } from './windows/judgeWindows.ts'

/** 03:00. */
const RECOUNT_HOUR_MS = 3 * 3_600_000

/**
 * Brings clocks, verdicts and alerts up to a moment by the calendar and the obligations as they are, in the caller's
 * transaction; whoever else does waits until it ends.
 *
 * @param options.isTick notes that the clocks are alive
 * @returns the moment, never before one that was reached already; `unknown` clocks are those the calendar says nothing about
 */
export const catchUp = async (
  client: ClientBase,
  now: Date,
  { isTick = false } = {},
): Promise<{ state: TickState; unknown: number }> => {
  const { judged_until: after, began_at: beganAt } = await takeProgress(client, now, isTick)
  const until = now > after ? now : after
  const state = await readTickState(client, until, beganAt)
  // Somebody else has just been here.
  if (until.getTime() === after.getTime() && after > beganAt) return { state, unknown: 0 }
  const news = await takeNews(client, until)
  const unknown = await turnClocks(client, state, { after, news })
  if (until > after) await judgeWindows(client, state, { after, until, logs: news.owingLogs })
  await enqueueRecount(client, state, after)
  return { state, unknown }
}

type Progress = { judged_until: Date; began_at: Date }

/** Held until the transaction ends; made by the first tick of an installation. */
const takeProgress = async (client: ClientBase, now: Date, isTick: boolean): Promise<Progress> => {
  const take = isTick ? TAKE_FOR_TICK : TAKE
  const { rows } = await client.query<Progress>(prepared(take))
  if (rows[0]) return rows[0]
  await client.query(
    'insert into sla.progress (judged_until, began_at) values ($1, $1) on conflict do nothing',
    [now],
  )
  const { rows: made } = await client.query<Progress>(take)
  return made[0] ?? { judged_until: now, began_at: now }
}

const TAKE = 'select judged_until, began_at from sla.progress for update'
const TAKE_FOR_TICK =
  'update sla.progress set ticked_at = clock_timestamp() returning judged_until, began_at'

/** After the night's third hour everything is counted anew. */
const enqueueRecount = async (client: ClientBase, { calendars, now }: TickState, after: Date) => {
  const nightOf = (at: Date) => calendars.all.dayOf(new Date(at.getTime() - RECOUNT_HOUR_MS))
  if (nightOf(after) === nightOf(now)) return
  const jobKey = `updateSlaRecount:${nightOf(now)}`
  await client.query(ADD_JOB, addJobValues({ task: 'updateSlaRecount', payload: {}, jobKey }))
}

/** @returns how many clocks the calendar says nothing about yet; they are tried again at each tick */
const turnClocks = async (
  client: ClientBase,
  state: TickState,
  { after, news }: { after: Date; news: News },
): Promise<number> => {
  const { released, touched } = news
  const rows = await readSources(client, touched)
  const isPeriodTouched =
    isActReleased(released) ||
    touched.has('period') ||
    isNewDay(state, after) ||
    isFirst(after, state)
  const periods = isPeriodTouched ? await periodRows(client, state, after) : []
  const { unknown } = await syncClocks(client, [...rows, ...periods], state)
  await touchAgain(
    client,
    unknown.filter(({ collection }) => collection !== 'period'),
  )
  if (!news.isRungDue) return unknown.length
  const due = await syncClocks(client, await readDueClocks(client, state.now), state)
  return unknown.length + due.unknown.length
}

const isActReleased = (released: Touched) =>
  theOptions().acts.some(({ follows }) => follows.some((collection) => released.has(collection)))

const isNewDay = ({ calendars, now }: TickState, after: Date) =>
  calendars.all.dayOf(after) !== calendars.all.dayOf(now)

/** The first tick of an installation begins its periods. */
const isFirst = (after: Date, { now }: TickState) => after.getTime() === now.getTime()
