import type { PayloadRequest } from 'payload'
import { boardError } from './errors.ts'
import { capacityAt, standingOn } from './people/standing.ts'
import type { BoardRole, Capacity, Standing } from './people/standing.ts'

/** Who draws up and submits. */
export const submitters: readonly BoardRole[] = [
  'head',
  'deputy',
  'member',
  'editor',
  'collaborator',
]
/** Who may send a submission back. */
export const returners: readonly BoardRole[] = ['head', 'deputy', 'member', 'editor', 'checker']
/** Who may use the emergency lane. */
export const issuers: readonly BoardRole[] = ['head', 'deputy', 'member']

/**
 * The signed-in person and the first of the allowed roles she holds on the board of a log.
 *
 * @throws PortalError people_only (API keys and machine accounts), not_a_member
 */
export const demandRole = async (
  req: PayloadRequest,
  log: string,
  allowed: readonly BoardRole[],
): Promise<{ user: number; role: BoardRole; standing: Standing }> => {
  const standing = await standingOn(req, log)
  const role = allowed.find((one) => standing.roles.includes(one))
  if (!role) throw boardError('not_a_member')
  return { user: standing.person, role, standing }
}

/**
 * The capacity in which somebody decides alone for the board: the head, or who acts for the head within the mandate's scope.
 *
 * @throws PortalError people_only, not_a_member
 */
export const demandDecider = async (
  req: PayloadRequest,
  item: { log: string; collection: string; category: number | null },
): Promise<{ standing: Standing; capacity: Capacity }> => {
  const standing = await standingOn(req, item.log)
  const capacity = capacityAt(standing, ['head'], { ...item, supplier: null })
  if (!capacity) throw boardError('not_a_member')
  return { standing, capacity }
}
