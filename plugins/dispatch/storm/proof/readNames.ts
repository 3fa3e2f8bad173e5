import type { Pool } from 'pg'
import type { ProofBundle } from '#domain/dispatch/proof/proofBundle.ts'

/** Names by code, as the registers have them today; a code that is in none has no name. */
export type ProofNames = Record<'areas' | 'groups' | 'devices', ReadonlyMap<string, string>>

/** The names of everything that a proof tells by its code. */
export const readNames = async (pool: Pool, bundle: ProofBundle): Promise<ProofNames> => {
  const audiences = bundle.instructions.map(
    ({ audience }) => audience as { areas?: string[]; groups?: string[] },
  )
  const named = async (query: string, codes: Iterable<string>) => {
    const { rows } = await pool.query<{ code: string; name: string }>(query, [[...new Set(codes)]])
    return new Map(rows.map(({ code, name }) => [code, name]))
  }
  const [areas, groups, devices] = await Promise.all([
    named(UNITS, [
      ...audiences.flatMap((one) => one.areas ?? []),
      ...bundle.deliveries.map(({ unit }) => unit),
    ]),
    named(
      GROUPS,
      audiences.flatMap((one) => one.groups ?? []),
    ),
    named(
      DEVICES,
      bundle.deliveries.map(({ device }) => device),
    ),
  ])
  return { areas, groups, devices }
}

const UNITS = `select u.code, l.name from public.units u
  join public.units_locales l on l._parent_id = u.id and l._locale = 'vi' where u.code = any($1) and l.name is not null`
const GROUPS = 'select code, name from public.device_groups where code = any($1)'
const DEVICES = 'select code, name from public.devices where code = any($1)'
