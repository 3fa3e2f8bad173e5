import type { UpdateSlaOptions } from '#plugins/update-sla/index.ts'

/** The days of the collection `working-days` in the words of update-sla. */
export const workingDaysSql = `select w.date, w.kind, w.unit_id as unit, w.is_provisional, w.instrument, v.reason,
  e.reason as reason_en
  from public.working_days w
  left join public.working_days_locales v on v._parent_id = w.id and v._locale::text = 'vi'
  left join public.working_days_locales e on e._parent_id = w.id and e._locale::text = 'en'`

/** Units that may have days of their own. */
export const unitsSql = `select u.id as unit, l.name from public.units u
  join public.units_locales l on l._parent_id = u.id and l._locale::text = 'vi'`

/**
 * Stores the days of a notice in the collection `working-days`, on the notice's own transaction; by SQL, since a Local API
 * call each would keep the tick waiting.
 */
export const storeWorkingDays: NonNullable<UpdateSlaOptions['calendar']['storeDays']> = async (
  connection,
  changes,
) => {
  await connection.query(
    `delete from public.working_days w using jsonb_to_recordset($1::jsonb) g(date text, unit integer)
     where w.date = g.date and w.unit_id is not distinct from g.unit`,
    [JSON.stringify(changes.map(({ date, unit }) => ({ date, unit })))],
  )
  await connection.query(
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) g(date text, kind text, unit integer, instrument text,
         "isProvisional" boolean, reason text, "reasonEn" text)
     ), written as (
       insert into public.working_days (date, kind, unit_id, instrument, is_provisional)
       select date, kind::public.enum_working_days_kind, unit, instrument, "isProvisional" from given
       returning id, date, unit_id
     )
     insert into public.working_days_locales (_parent_id, _locale, reason)
     select w.id, t.locale::public._locales, t.reason
     from written w join given g on g.date = w.date and g.unit is not distinct from w.unit_id,
       lateral (values ('vi', g.reason), ('en', g."reasonEn")) t(locale, reason)`,
    [JSON.stringify(changes.flatMap(({ after }) => (after ? [after] : [])))],
  )
}
