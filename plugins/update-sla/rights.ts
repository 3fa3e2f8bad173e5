import type { PayloadRequest } from 'payload'
import { hasCityRole, membershipsOf } from '#kit/membershipsOf.ts'
import { sqlOf } from '#kit/transaction.ts'
import { theOptions } from './options.ts'

/** Operators, auditors and administrators see the clocks of everybody. */
export const canSeeAll = (req: PayloadRequest): boolean => {
  const { rights } = theOptions()
  return rights ? rights.seesAll(req) : hasCityRole(req, 'operator', 'auditor', 'systemAdmin')
}

/** Operators and administrators set silences, pause and extend, and act for anybody. */
export const canRun = (req: PayloadRequest): boolean => {
  const { rights } = theOptions()
  return rights ? rights.runs(req) : hasCityRole(req, 'operator', 'systemAdmin')
}

/**
 * The owners whose clocks are the signed-in person's own: the sites on whose boards the person is, `site:<code>`, and the
 * units these sites belong to, `unit:<code>`.
 */
export const ownersOf = async (req: PayloadRequest): Promise<string[]> => {
  const { rights } = theOptions()
  if (rights) return [...(await rights.ownersOf(req))]
  const sites = new Set((await membershipsOf(req)).map((one) => one.site))
  if (sites.size === 0) return []
  const { rows } = await (
    await sqlOf(req)
  ).query<{ owner: string }>(
    `select 'site:' || s.code as owner from public.sites s where s.id = any($1::int[])
     union all select distinct 'unit:' || u.code from public.sites s join public.units u on u.id = s.unit_id
       where s.id = any($1::int[])`,
    [`{${[...sites].join()}}`],
  )
  return rows.map((row) => row.owner)
}

/** Whether the person sees any clock at all. */
export const seesClocks = async (req: PayloadRequest): Promise<boolean> =>
  canSeeAll(req) || (await ownersOf(req)).length > 0
