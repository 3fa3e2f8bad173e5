import type { ClientBase, Pool } from 'pg'
import { judgeAiring } from '#domain/dispatch/programme/judgeAiring.ts'
import type { Played } from '#domain/dispatch/programme/judgeAiring.ts'
import { eachAlone } from '#kit/eachAlone.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { lockUnit } from '../lockUnit.ts'
import { theProgramme } from '../options.ts'
import type { Airing } from './airing.ts'
import { readAirings } from './airing.ts'
import { noteAiring } from './noteAiring.ts'
import { requeueAiring } from './requeueAiring.ts'

/**
 * Says of each airing that should be over what became of it, by what its devices reported: aired, cut by an emergency, or not
 * heard. What was not heard to its end is placed again or waits in the inbox; nothing falls silent unsaid.
 */
export const judgeDue = async (pool: Pool, now: Date): Promise<void> => {
  const { rows } = await pool.query<{ id: string; unit: string }>(
    `select id, unit_code as unit from dispatch.airings
     where state = 'sent' and starts_at + make_interval(secs => seconds) < $1 order by starts_at`,
    [now],
  )
  await eachAlone(rows, ({ id, unit }) =>
    inTransaction(pool, async (client) => {
      await lockUnit(client, unit)
      const [airing] = await readAirings(client, `a.id = $1 and a.state = 'sent'`, [id])
      if (airing) await judge(client, airing, now)
    }),
  )
}

const judge = async (client: ClientBase, airing: Airing, now: Date): Promise<void> => {
  const end = airing.startsAt.getTime() + airing.seconds * 1000
  const isOver = now.getTime() > end + theProgramme().resumeWithinMinutes * 60_000
  const devices = await devicesOf(client, airing.id)
  const told = devices.find((one) => one.cutBy !== null)?.cutBy
  const cutBy = told ?? (await emergencyIn(client, airing))
  const verdict = judgeAiring({ devices, isCut: cutBy !== null, isOver })
  if (verdict === 'wait') return
  if (verdict === 'aired') {
    await client.query(
      `update dispatch.airings set state = 'aired', interrupted_by = $2, changed_at = clock_timestamp() where id = $1`,
      [airing.id, devices.some((one) => one.isInterrupted) ? cutBy : null],
    )
    await noteAiring(client, {
      airingId: airing.id,
      event: 'aired',
      detail: {
        played: devices.filter(({ state }) => state === 'played' || state === 'proven').length,
        of: devices.length,
      },
    })
    return
  }
  await requeueAiring(client, {
    airing,
    becomes: verdict === 'interrupted' ? 'interrupted' : 'missed',
    why: verdict === 'interrupted' ? 'emergency' : verdict,
    interruptedBy: verdict === 'interrupted' ? cutBy : null,
    now,
  })
}

/** What each device did with the airing: where it was sent more than once, that which it played, else the newest. */
const devicesOf = async (
  client: ClientBase,
  airingId: string,
): Promise<(Played & { cutBy: string | null })[]> => {
  const { rows } = await client.query<Played & { cutBy: string | null }>(
    `select distinct on (l.device_id) l.state, l.received_at is not null as "isHeard", x.dispatch_id as "cutBy",
       exists (select from dispatch.receipts r where r.delivery_id = l.id and r.kind = 'interrupted') as "isInterrupted"
     from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
     left join dispatch.deliveries x on x.dispatch_id = l.interrupted_by and x.device_id = l.device_id
     where d.chain = 'airing/' || $1 and d.kind <> 'cancel' order by l.device_id, (l.state in ('played', 'proven')) desc, d.number desc`,
    [airingId],
  )
  return rows
}

/** The emergency that was given to devices of the commune while the airing was to sound. */
const emergencyIn = async (client: ClientBase, airing: Airing): Promise<string | null> => {
  const { rows } = await client.query<{ id: string }>(
    `select d.id from dispatch.dispatches d
     where d.priority = 'emergency' and d.kind in ('alert', 'update', 'exercise')
       and d.created_at < $2::timestamptz + make_interval(secs => $3) and d.effective_at < $2::timestamptz + make_interval(secs => $3)
       and greatest(d.effective_at, d.created_at) > $2::timestamptz - interval '10 minutes'
       and exists (select from dispatch.deliveries l where l.dispatch_id = d.id and l.unit_code = $1)
     order by d.number desc limit 1`,
    [airing.unitCode, airing.startsAt, airing.seconds],
  )
  return rows[0]?.id ?? null
}
