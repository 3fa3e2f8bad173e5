import type { PayloadRequest } from 'payload'
import { membershipsOf } from '#kit/membershipsOf.ts'
import type { BoardRole } from '#kit/membershipsOf.ts'
import { sqlOf } from '#kit/transaction.ts'
import { slaError } from '../errors.ts'
import { canRun } from '../rights.ts'

/** Who may mark and enter for an owner, and who may give it more time. */
const may = {
  act: ['head', 'deputy', 'editor'],
  adjust: ['head', 'deputy'],
} as const satisfies Record<string, readonly BoardRole[]>

/**
 * Operators and administrators act for anybody; of a board, those with the role for it, for its own site and the unit that
 * runs it.
 *
 * @throws not_owner
 */
export const demandRole = async (
  req: PayloadRequest,
  owner: string,
  what: keyof typeof may,
): Promise<void> => {
  if (canRun(req)) return
  const roles: readonly BoardRole[] = may[what]
  const sites = (await membershipsOf(req))
    .filter(({ role }) => roles.includes(role))
    .map(({ site }) => site)
  const { rowCount } = await (
    await sqlOf(req)
  ).query(
    `select from public.sites s left join public.units u on u.id = s.unit_id
     where s.id = any($1::int[]) and $2 in ('site:' || s.code, 'unit:' || u.code)`,
    [`{${sites.join()}}`, owner],
  )
  if (rowCount === 0) throw slaError('not_owner')
}
