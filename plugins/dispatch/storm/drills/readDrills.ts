import type { Pool } from 'pg'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { groupBy } from '#domain/dispatch/storm/groupBy.ts'
import { scoreDrill, scoreOf } from '#domain/dispatch/storm/scoreDrill.ts'
import type { DrillResult, DrillScore } from '#domain/dispatch/storm/scoreDrill.ts'

/** An exercise that was held; `at` is ISO 8601. */
export type Drill = { id: string; title: string; at: string; month: string; total: DrillScore }

/** A commune in one exercise. */
export type CommuneScore = DrillScore & { name: string }

/** An exercise that is planned. */
export type DrillPlan = {
  id: string
  plannedAt: string
  title: string
  areas: string[]
  areaNames: string[]
  note: string | null
}

const RESULTS = `select l.dispatch_id as id, l.unit_code as unit,
    extract(epoch from coalesce(l.received_at, l.staged_at, l.playing_at, l.played_at, l.proven_at) - d.effective_at)::float8 as "receivedAfter",
    extract(epoch from coalesce(l.played_at, l.proven_at) - d.effective_at)::float8 as "playedAfter",
    extract(epoch from l.proven_at - d.effective_at)::float8 as "provenAfter"
  from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id`

/**
 * The exercises of the last months, newest first.
 *
 * @param asked.unit only what one commune did in them
 * @param asked.logs whose exercises are counted whole nevertheless
 */
export const readDrills = async (
  pool: Pool,
  asked: { unit: string | null; logs: readonly string[]; months: number; now: Date },
): Promise<Drill[]> => {
  const { rows } = await pool.query<Omit<Drill, 'total'>>(
    `select d.id, d.title, to_json(d.effective_at) #>> '{}' as at,
       to_char(d.effective_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month
     from dispatch.dispatches d where d.kind = 'exercise'
       and d.effective_at >= $1::timestamptz - make_interval(months => $2::int) order by d.effective_at desc limit 60`,
    [asked.now, asked.months],
  )
  const results = await pool.query<DrillResult & { id: string }>(
    `${RESULTS} where l.dispatch_id = any($1::uuid[]) and ($2::text is null or l.unit_code = $2 or d.log = any($3::text[]))`,
    [rows.map(({ id }) => id), asked.unit, asked.logs],
  )
  const byDrill = groupBy(results.rows, ({ id }) => id)
  return rows.map((row) => ({ ...row, total: scoreOf('', byDrill.get(row.id) ?? []) }))
}

/** How each commune did in one exercise, those that delivered least first. */
export const readDrillScores = async (
  pool: Pool,
  asked: { dispatchId: string; unit: string | null },
): Promise<CommuneScore[]> => {
  const { rows } = await pool.query<DrillResult>(
    `${RESULTS} where l.dispatch_id = $1::uuid and ($2::text is null or l.unit_code = $2)`,
    [asked.dispatchId, asked.unit],
  )
  const scores = scoreDrill(rows)
  const names = await pool.query<{ code: string; name: string }>(
    `select u.code, l.name from public.units u join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
     where u.code = any($1::text[])`,
    [scores.map(({ unit }) => unit)],
  )
  const byCode = new Map(names.rows.map(({ code, name }) => [code, name]))
  return scores.map((one) => ({ ...one, name: byCode.get(one.unit) ?? one.unit }))
}

/** Exercises that are to come, the next first. */
export const readDrillPlans = async (pool: Pool, now: Date): Promise<DrillPlan[]> => {
  const { rows } = await pool.query<DrillPlan>(
    `select p.id, to_json(p.planned_at) #>> '{}' as "plannedAt", p.title, p.areas, p.note,
       array(select coalesce(l.name, u.code) from public.units u
         left join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
         where u.code = any(p.areas) order by u.code) as "areaNames"
     from dispatch.drill_plans p where p.dropped_at is null and p.planned_at > $1::timestamptz - interval '1 day'
     order by p.planned_at limit 50`,
    [now],
  )
  return rows
}

/** One planned exercise; null when it is not on the list. */
export const findDrillPlan = async (
  pool: Pool,
  id: string,
): Promise<{ title: string; areas: string[] } | null> => {
  const { rows } = await pool.query<{ title: string; areas: string[] }>(
    'select title, areas from dispatch.drill_plans where id = $1::uuid and dropped_at is null',
    [uuidOrNull(id)],
  )
  return rows[0] ?? null
}
