import type { ClientBase } from 'pg'
import { tellingOptions } from '../alerts/tellingOptions.ts'
import { seedObligations } from '../obligations/seedObligations.ts'
import { theOptions } from '../options.ts'
import type { UpdateSlaOptions } from '../options.ts'

/**
 * Tells the database who owes, who is told, how long a silence may last, and which tables touch a clock, as the owner role;
 * safe to run again. The migrator runs it after the plugin's SQL.
 */
export const installSla = async (client: ClientBase): Promise<void> => {
  const { obligations, ownersSql, recipientsSql, sources, peopleSql, calendar } = theOptions()
  await client.query(
    `create or replace view sla.owners as
       select o.owner::text as owner, o.groups::text[] as groups, o.name_vi::text as name_vi, o.name_en::text as name_en,
         o.log::text as log, o.calendar_unit::integer as calendar_unit, o.parent::text as parent,
         coalesce(o.is_active, false)::boolean as is_active from (${ownersSql}) o;
     create or replace view sla.recipients as
       select r.owner::text as owner, r.audience::text as audience, r.email::text as email, r.name::text as name,
         coalesce(r.language::text, 'vi') as language, r.person::integer as person from (${recipientsSql}) r;
     create or replace view sla.people as
       select p.person::integer as person, p.name::text as name from (${peopleSql ?? 'select distinct on (person) person, name from sla.recipients where person is not null order by person'}) p;
     grant select on sla.owners, sla.recipients, sla.people to coloa_app`,
  )
  await client.query('update sla.settings set longest_silence_days = $1', [
    tellingOptions().longestSilenceDays,
  ])
  for (const { collection, tables } of sources) {
    for (const { table, column } of tables) {
      const { rows } = await client.query<{ text: string }>(
        `select format('create or replace trigger sla_touch after insert or update or delete on %s
           for each row execute function sla.note_touch(%L, %L)', $1::regclass, $2::text, $3::text) as text`,
        [table, collection, column],
      )
      await client.query(rows[0]?.text ?? '')
    }
  }
  if (calendar.daysTable) await guardDays(client, calendar.daysTable)
  await seedObligations(client, obligations)
}

const guardDays = async (
  client: ClientBase,
  days: NonNullable<UpdateSlaOptions['calendar']['daysTable']>,
): Promise<void> => {
  const { rows } = await client.query<{ text: string }>(
    `select format('drop trigger if exists sla_demand_notice on %1$s;
       create trigger sla_demand_notice after insert or update or delete on %1$s
         for each row execute function sla.demand_notice(%2$L, %3$L, %4$L)',
       $1::regclass, $2::text, $3::text, $4::text) as text`,
    [days.table, days.date, days.unit, days.kind],
  )
  await client.query(rows[0]?.text ?? '')
}
