import type { ClientBase } from 'pg'
import type { Change } from '#domain/dispatch/programme/plan.ts'
import { tellCommune } from '../tell/tellCommune.ts'
import { readAiring } from './airing.ts'
import type { Airing } from './airing.ts'
import { issueAiring } from './issueAiring.ts'
import { noteAiring } from './noteAiring.ts'
import { reopenIfBare } from './reopenIfBare.ts'

type By = { by?: number | null | undefined; reason?: string | null | undefined }

/** Gives an airing another time or medium; what devices have of it already is corrected there. */
export const moveAiring = async (
  client: ClientBase,
  airing: Airing,
  to: { startsAt: Date; medium?: Airing['medium'] } & By & { why?: string },
): Promise<Airing> => {
  const medium = to.medium ?? airing.medium
  if (airing.state === 'sent' && medium !== airing.medium)
    throw new Error('dispatch: what was sent stays on its medium')
  const moved = { ...airing, startsAt: to.startsAt, medium, version: airing.version + 1 }
  await client.query(
    `update dispatch.airings set starts_at = $2, medium = $3, version = $4, changed_at = clock_timestamp() where id = $1`,
    [airing.id, moved.startsAt, moved.medium, moved.version],
  )
  await noteAiring(client, {
    airingId: airing.id,
    event: 'moved',
    by: to.by,
    reason: to.reason,
    detail: {
      from: airing.startsAt.toISOString(),
      to: to.startsAt.toISOString(),
      ...(medium === airing.medium ? {} : { medium }),
      ...(to.why ? { why: to.why } : {}),
    },
  })
  if (airing.state === 'sent') await issueAiring(client, moved, 'update')
  return moved
}

/** Takes an airing out of the programme; what devices have of it is cancelled there. */
export const dropAiring = async (
  client: ClientBase,
  airing: Airing,
  why: By & { why?: string },
): Promise<void> => {
  const dropped = { ...airing, state: 'dropped' as const, version: airing.version + 1 }
  await client.query(
    `update dispatch.airings set state = 'dropped', version = $2, changed_at = clock_timestamp() where id = $1`,
    [airing.id, dropped.version],
  )
  await noteAiring(client, {
    airingId: airing.id,
    event: 'dropped',
    by: why.by,
    reason: why.reason,
    ...(why.why ? { detail: { why: why.why } } : {}),
  })
  if (airing.state === 'sent') await issueAiring(client, dropped, 'cancel', why.reason)
}

/** Carries out what the plan says becomes of airings; whoever loses a place by it is told. */
export const applyChanges = async (
  client: ClientBase,
  changes: readonly Change[],
  by: By = {},
): Promise<void> => {
  for (const change of changes) {
    const airing = await readAiring(client, change.id)
    if (!airing) continue
    if (change.what === 'move') {
      await moveAiring(client, airing, {
        ...by,
        startsAt: new Date(change.startsAt),
        why: change.why,
      })
      continue
    }
    await dropAiring(client, airing, { ...by, why: change.why })
    if (change.why !== 'no_free_slot') continue
    await reopenIfBare(client, airing.offerId)
    await tellCommune(client, { what: 'displaced', airing })
  }
}
