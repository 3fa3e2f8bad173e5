import type { Pool } from 'pg'
import { z } from 'zod'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { stormError } from '../stormError.ts'

const shape = z.object({
  title: z.string().trim().min(1).max(300),
  plannedAt: z.iso.datetime({ offset: true }),
  areas: z.array(z.string().max(40)).min(1).max(1000),
  note: z.string().trim().max(1000).optional(),
})

/**
 * Notes when the next exercise is to be held; nothing is sent by itself.
 *
 * @param options.demand throws when the person may not plan for these areas
 * @throws PortalError bad_input, area_unknown
 */
export const planDrill = async (options: {
  pool: Pool
  body: unknown
  by: number
  demand: (areas: readonly string[]) => Promise<void>
  now: Date
}): Promise<{ id: string }> => {
  const parsed = shape.safeParse(options.body)
  if (!parsed.success || Date.parse(parsed.data.plannedAt) <= options.now.getTime())
    throw stormError('bad_input', { fields: [{ path: 'plannedAt' }] })
  const { title, plannedAt, areas, note } = parsed.data
  await options.demand(areas)
  const { rows } = await options.pool.query<{ id: string }>(
    `insert into dispatch.drill_plans (planned_at, title, areas, note, made_by)
     select $1, $2, $3::text[], $4, $5
     where (select count(*) from public.units where code = any($3::text[])) = cardinality($3::text[]) returning id`,
    [plannedAt, title, areas, note ?? null, options.by],
  )
  const [row] = rows
  if (!row) throw stormError('area_unknown')
  return row
}

/** Takes a planned exercise off the list. @throws PortalError dispatch_missing */
export const dropDrill = async (options: {
  pool: Pool
  id: string | undefined
  by: number
  demand: (areas: readonly string[]) => Promise<void>
}): Promise<void> => {
  const plan = await options.pool.query<{ areas: string[] }>(
    'select areas from dispatch.drill_plans where id = $1::uuid',
    [uuidOrNull(options.id)],
  )
  await options.demand(plan.rows[0]?.areas ?? [])
  const { rowCount } = await options.pool.query(
    `update dispatch.drill_plans set dropped_at = clock_timestamp(), dropped_by = $2 where id = $1::uuid and dropped_at is null`,
    [uuidOrNull(options.id), options.by],
  )
  if (rowCount === 0) throw stormError('dispatch_missing')
}
