import type { ClientBase, Pool } from 'pg'
import { eachAlone } from '#kit/eachAlone.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { lockUnit } from '../lockUnit.ts'
import { theProgramme } from '../options.ts'
import { readAirings } from './airing.ts'
import { issueAiring } from './issueAiring.ts'
import { noteAiring } from './noteAiring.ts'
import { requeueAiring } from './requeueAiring.ts'

/** So much too late an airing is still given to the devices, which play it at once; later, it has missed its time. */
const GRACE_MS = 60_000

/**
 * Gives each planned airing to the devices ahead of its time, once, however many workers do this at the same moment. One whose
 * time went by while nobody worked is missed and gets the next free place.
 */
export const stageDue = async (pool: Pool, now: Date): Promise<void> => {
  const { rows } = await pool.query<{ id: string; unit: string }>(
    `select id, unit_code as unit from dispatch.airings where state = 'planned' and starts_at <= $1 order by starts_at`,
    [horizon(now)],
  )
  await eachAlone(rows, ({ id, unit }) =>
    inTransaction(pool, async (client) => {
      await lockUnit(client, unit)
      await stageNow(client, id, now)
    }),
  )
}

/** The same for one airing, on the transaction of who has just planned it; the commune's programme is locked. */
export const stageNow = async (client: ClientBase, id: string, now: Date): Promise<boolean> => {
  const [airing] = await readAirings(
    client,
    `a.id = $1 and a.state = 'planned' and a.starts_at <= $2`,
    [id, horizon(now)],
  )
  if (!airing) return false
  if (airing.startsAt.getTime() + GRACE_MS < now.getTime()) {
    await requeueAiring(client, { airing, becomes: 'missed', why: 'not_sent', now })
    return false
  }
  await client.query(
    `update dispatch.airings set state = 'sent', changed_at = clock_timestamp() where id = $1`,
    [id],
  )
  await noteAiring(client, { airingId: id, event: 'sent' })
  await issueAiring(client, airing, 'alert')
  return true
}

const horizon = (now: Date): Date =>
  new Date(now.getTime() + theProgramme().stageAheadMinutes * 60_000)
