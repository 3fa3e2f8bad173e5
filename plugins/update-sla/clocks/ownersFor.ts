import type { PayloadRequest } from 'payload'
import { membershipsOf } from '#kit/membershipsOf.ts'
import type { BoardRole } from '#kit/membershipsOf.ts'
import { sqlOf } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { canRun } from '../rights.ts'

/** What is done by hand: entering and marking done, giving more time and standing still, or taking an incident on. */
export type ByHand = 'act' | 'adjust' | 'acknowledge'

const may = {
  act: ['head', 'deputy', 'editor'],
  adjust: ['head', 'deputy'],
  // Those who are told.
  acknowledge: ['head', 'deputy', 'member', 'editor'],
} as const satisfies Record<ByHand, readonly BoardRole[]>

/**
 * For whom the signed-in person may do this: operators and administrators for anybody; of a board, those with the role for
 * it, for its own site and the unit that runs it.
 */
export const ownersFor = async (
  req: PayloadRequest,
  what: ByHand,
): Promise<{ has: (owner: string) => boolean }> => {
  if (canRun(req)) return { has: () => true }
  const { rights } = theOptions()
  if (rights) return new Set(await rights.ownersOf(req))
  const roles: readonly BoardRole[] = may[what]
  const sites = (await membershipsOf(req))
    .filter(({ role }) => roles.includes(role))
    .map(({ site }) => site)
  if (sites.length === 0) return new Set<string>()
  const { rows } = await (
    await sqlOf(req)
  ).query<{ owner: string }>(
    `select o.owner from public.sites s left join public.units u on u.id = s.unit_id
       cross join lateral (values ('site:' || s.code), ('unit:' || u.code)) o(owner)
     where s.id = any($1::int[]) and o.owner is not null`,
    [`{${sites.join()}}`],
  )
  return new Set(rows.map(({ owner }) => owner))
}
