import type { Sql } from '#kit/transaction.ts'
import { receiverError } from './receiverErrors.ts'

/** Somebody who looks after a site's programs. */
export type Technician = { person: number; name: string; namedAt: string }

/** The technicians of a site today. */
export const readTechnicians = async (sql: Sql, site: string): Promise<Technician[]> => {
  const { rows } = await sql.query<Technician>(
    `select t.person, coalesce(p.name, '') as name, to_json(t.named_at) #>> '{}' as "namedAt" from cross_posting.technicians t
     left join cross_posting.people p on p.person = t.person where t.site = $1 and t.ended_at is null order by t.named_at`,
    [site],
  )
  return rows
}

/** Names an account a site's technician; naming somebody twice changes nothing. */
export const nameTechnician = async (
  sql: Sql,
  naming: { site: string; person: number; by: number },
): Promise<void> => {
  await sql.query(
    `insert into cross_posting.technicians (site, person, named_by) values ($1, $2::int, $3::int)
     on conflict (site, person) where ended_at is null do nothing`,
    [naming.site, naming.person, naming.by],
  )
}

/**
 * Ends it.
 *
 * @throws PortalError technician_unknown
 */
export const endTechnician = async (
  sql: Sql,
  ending: { site: string; person: number; by: number },
): Promise<void> => {
  const { rowCount } = await sql.query(
    `update cross_posting.technicians set ended_at = clock_timestamp(), ended_by = $3::int
     where site = $1 and person = $2::int and ended_at is null`,
    [ending.site, ending.person, ending.by],
  )
  if (!rowCount) throw receiverError('technician_unknown')
}
