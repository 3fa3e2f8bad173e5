import type { Pool } from 'pg'
import { isAddition } from '../../isAddition.ts'
import type { Audience } from '../../types.ts'
import type { CapMessage, CapUnit } from './capOfDispatch.ts'

/**
 * A dispatch among the messages of its chain: those before it, oldest first, are what an update or a cancellation refers to.
 */
export const readMessages = async (
  pool: Pick<Pool, 'query'>,
  asked: { id: string; chain: string; number: number | string },
): Promise<{ own: CapMessage & { isAddition: boolean }; earlier: CapMessage[] }> => {
  const { rows } = await pool.query<CapMessage & { isAddition: boolean }>(
    `select d.id, d.kind, d.snapshot::json ->> 'issuedAt' as "issuedAt", ${isAddition('d')} as "isAddition",
       (select coalesce(r.body::json #> '{locales,vi}', (select l.value from json_each(r.body::json -> 'locales') l limit 1)) ->> 'messageKind'
        from release.releases r where r.log = d.log and r.seq = d.seq) as "releasedAs"
     from dispatch.dispatches d
     where d.chain = $1 and (d.id = $3 or d.number < $2 and d.kind <> 'cancel') order by d.number`,
    [asked.chain, asked.number, asked.id],
  )
  const own = rows.find(({ id }) => id === asked.id)
  if (!own) throw new Error(`cap: no dispatch ${asked.id}`)
  return { own, earlier: rows.filter((one) => one !== own) }
}

/** The units of an audience, with their Vietnamese names; where it names devices alone, those they stand in. */
export const readUnits = async (
  pool: Pick<Pool, 'query'>,
  { areas, groups, devices }: Audience,
): Promise<CapUnit[]> => {
  const named = areas.length + groups.length === 0 ? devices : []
  const { rows } = await pool.query<CapUnit>(
    `select u.code, coalesce(l.name, u.code) as name from public.units u
     left join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
     where u.code = any($1::text[]) or u.id in (select v.unit_id from public.devices v where v.code = any($2::text[]))
     order by u.code`,
    [areas, named],
  )
  return rows
}
