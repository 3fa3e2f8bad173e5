import type { ClientBase } from 'pg'
import type { Obligation } from '#domain/sla/obligation.ts'
import { zone } from '../options.ts'

/** What the first seeding holds from: before any event this installation can know of. */
const SINCE_EVER = '2020-01-01'

/**
 * Brings in what the config says is owed. A first seeding holds since ever. Later, what is new to the installation, and new
 * terms of what it has not revised itself, hold from the next day on; what somebody revised in the admin stays as it is,
 * and no version is ever changed.
 */
export const seedObligations = async (
  client: ClientBase,
  obligations: readonly Obligation[],
): Promise<void> => {
  const { rows } = await client.query<{ isFirst: boolean; tomorrow: string }>(
    `select not exists (select from sla.obligations) as "isFirst",
       ((now() at time zone $1)::date + 1)::text as tomorrow`,
    [zone()],
  )
  const { isFirst, tomorrow } = rows[0] ?? { isFirst: true, tomorrow: SINCE_EVER }
  for (const one of obligations) {
    const from = one.validFrom ?? SINCE_EVER
    await client.query(
      `insert into sla.obligations (code, version, definition, valid_from, valid_to, reason)
       select $1, coalesce(last.version, 0) + 1, $2::jsonb, greatest($3::date, case when $5 then null else $6::date end),
         $4::date, 'config'
       from (select) one left join lateral (
         select version, definition from sla.obligations where code = $1 order by version desc limit 1
       ) last on true
       where last.version is null or (last.definition is distinct from $2::jsonb
         and not exists (select from sla.obligations where code = $1 and entered_by is not null))
       on conflict do nothing`,
      [one.code, JSON.stringify(one), from, one.validTo ?? null, isFirst, tomorrow],
    )
  }
}
