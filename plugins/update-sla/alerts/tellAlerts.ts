import type { ClientBase } from 'pg'
import type { JobContext } from '#kit/jobContext.ts'
import { prepared } from '#kit/prepared.ts'
import type { AlertRow } from './alertRow.ts'
import { ALERT_COLUMNS, ALERT_JOINS } from './alertRow.ts'
import { planTellings } from './planTellings.ts'
import { postWebhooks } from './postWebhooks.ts'
import { queueHeartbeat } from './queueHeartbeat.ts'
import { queueTellings } from './queueTellings.ts'
import { tellingOptions } from './tellingOptions.ts'

/** A stretch of time in which the tick stood still. */
export type Outage = { from: Date; until: Date }

/**
 * Tells of the alerts recorded since the last time, and of those whose time has come: who is to be told of each is noted,
 * mails and webhooks are queued, all in the caller's transaction.
 *
 * @param now the moment the caller evaluates
 */
export const tellAlerts = async (
  client: ClientBase,
  context: JobContext,
  now: Date,
): Promise<void> => {
  const state = await takeState(client, now)
  const standing = now.getTime() - state.ranAt.getTime()
  const outage =
    standing > tellingOptions().outageMinutes * 60_000
      ? { from: state.ranAt, until: now }
      : undefined
  const { isNew, isDue } = await moveOn(client, state, now)
  const alerts = isNew ? await readNew(client, state.alertsUntil) : []
  if (alerts.length > 0 || outage) {
    await planTellings(client, { alerts, context, now, outage })
    await postWebhooks(client, alerts, now)
  }
  if (isDue || alerts.length > 0 || outage) await queueTellings(client, context, { now, outage })
  await queueHeartbeat(client, now)
}

/** Held until the transaction ends: two at once tell one after the other. */
const takeState = async (client: ClientBase, now: Date) => {
  const { rows } = await client.query<TellingState>(prepared(TAKE))
  if (rows[0]) return rows[0]
  await client.query(
    'insert into sla.telling_state (alerts_until, ran_at) values (0, $1) on conflict do nothing',
    [now],
  )
  const { rows: made } = await client.query<TellingState>(prepared(TAKE))
  if (!made[0]) throw new Error('update-sla: sla.telling_state has no row')
  return made[0]
}

type TellingState = { alertsUntil: string; ranAt: Date }

const TAKE =
  'select alerts_until as "alertsUntil", ran_at as "ranAt" from sla.telling_state for update'

/** Notes how far is told now. @returns whether there are alerts to be told of, and mails whose time has come */
const moveOn = async (client: ClientBase, { alertsUntil }: TellingState, now: Date) => {
  const { rows } = await client.query<{ isNew: boolean; isDue: boolean }>(
    prepared(MOVE_ON, [now, alertsUntil]),
  )
  return rows[0] ?? { isNew: true, isDue: true }
}

const MOVE_ON = `update sla.telling_state
  set ran_at = greatest(ran_at, $1), alerts_until = (select coalesce(max(id), 0) from sla.alerts)
  returning alerts_until > $2 as "isNew",
    coalesce((select min(tell_at) from sla.tellings where mail is null) <= $1, false) as "isDue"`

const readNew = async (client: ClientBase, after: string): Promise<AlertRow[]> => {
  const { rows } = await client.query<AlertRow>(
    `select ${ALERT_COLUMNS} from sla.alerts a ${ALERT_JOINS}
     where a.id > $1 and a.muted_by is null order by a.fires_at, a.id`,
    [after],
  )
  return rows
}
