import type { ClientBase } from 'pg'
import { ADD_JOB, addJobValues } from '#kit/enqueue.ts'
import { periodRows } from './clocks/periodRows.ts'
import { readSources } from './clocks/readSources.ts'
import type { Touched } from './clocks/readSources.ts'
import {
  followReleases,
  readDueClocks,
  readVanished,
  takeTouched,
  touchAgain,
} from './clocks/readTouched.ts'
import { syncClocks } from './clocks/syncClocks.ts'
import { readTickState } from './clocks/tickState.ts'
import type { TickState } from './clocks/tickState.ts'
import { theOptions } from './options.ts'
import { judgeWindows } from './windows/judgeWindows.ts'

/** 03:00. */
const RECOUNT_HOUR_MS = 3 * 3_600_000

/**
 * Brings clocks, verdicts and alerts up to a moment by the calendar and the obligations as they are, in the caller's
 * transaction; whoever else does waits until it ends.
 *
 * @returns the moment, never before one that was reached already; `unknown` clocks are those the calendar says nothing about
 */
export const catchUp = async (
  client: ClientBase,
  now: Date,
): Promise<{ state: TickState; unknown: number }> => {
  const { judged_until: after, began_at: beganAt } = await takeProgress(client, now)
  const until = now > after ? now : after
  const state = await readTickState(client, until, beganAt)
  // Somebody else has just been here.
  if (until.getTime() === after.getTime() && after > beganAt) return { state, unknown: 0 }
  const { logs, released } = await followReleases(client)
  const unknown = await turnClocks(client, state, { after, released })
  if (until > after) await judgeWindows(client, state, { after, until, logs })
  await client.query('update sla.progress set judged_until = $1', [until])
  await enqueueRecount(client, state, after)
  return { state, unknown }
}

type Progress = { judged_until: Date; began_at: Date }

/** Held until the transaction ends; made by the first tick of an installation. */
const takeProgress = async (client: ClientBase, now: Date): Promise<Progress> => {
  const { rows } = await client.query<Progress>(TAKE)
  if (rows[0]) return rows[0]
  await client.query(
    'insert into sla.progress (judged_until, began_at) values ($1, $1) on conflict do nothing',
    [now],
  )
  const { rows: made } = await client.query<Progress>(TAKE)
  return made[0] ?? { judged_until: now, began_at: now }
}

const TAKE = 'select judged_until, began_at from sla.progress for update'

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
  {
    after,
    released,
  }: Pick<Awaited<ReturnType<typeof followReleases>>, 'released'> & { after: Date },
): Promise<number> => {
  const touched = await takeTouched(client, released)
  const rows = await readSources(client, touched)
  const vanished = await readVanished(client, touched, rows)
  const isPeriodTouched =
    isActReleased(released) ||
    touched.has('period') ||
    isNewDay(state, after) ||
    isFirst(after, state)
  const periods = isPeriodTouched ? await periodRows(client, state, after) : []
  const { unknown } = await syncClocks(client, [...rows, ...vanished, ...periods], state)
  await touchAgain(
    client,
    unknown.filter(({ collection }) => collection !== 'period'),
  )
  const due = await syncClocks(client, await readDueClocks(client, state.now), state)
  return unknown.length + due.unknown.length
}

const isActReleased = (released: Touched) =>
  theOptions().acts.some(({ follows }) => follows.some((collection) => released.has(collection)))

const isNewDay = ({ calendars, now }: TickState, after: Date) =>
  calendars.all.dayOf(after) !== calendars.all.dayOf(now)

/** The first tick of an installation begins its periods. */
const isFirst = (after: Date, { now }: TickState) => after.getTime() === now.getTime()
