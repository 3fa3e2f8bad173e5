import type { ClientBase } from 'pg'
import { decideClash } from '#domain/dispatch/programme/decideClash.ts'
import type { Decision } from '#domain/dispatch/programme/decideClash.ts'
import { readAiring } from '../airings/airing.ts'
import { applyChanges } from '../airings/changeAiring.ts'
import { noteAiring } from '../airings/noteAiring.ts'
import { settleAiring } from '../airings/placePriority.ts'
import { stageNow } from '../airings/stageDue.ts'
import { reopenIfBare } from '../airings/reopenIfBare.ts'
import { readProgramme } from '../readProgramme.ts'
import type { Clash } from './clash.ts'
import { closeMoot } from './closeMoot.ts'

/** A decision as somebody took it, or as the default applies it. */
export type Taken = {
  decision: Decision
  by?: number | null
  reason?: string | null
  isDefault?: boolean
  now: Date
}

/**
 * Records the decision on an open clash and does to the programme what it says. The commune's programme is locked and the
 * clash is open.
 */
export const carryOut = async (client: ClientBase, clash: Clash, taken: Taken): Promise<void> => {
  const { decision, by = null, reason = null, now } = taken
  await client.query(
    `update dispatch.clashes set decided_at = $2, decided_by = $3, decision = $4, is_default = $5, reason = $6 where id = $1`,
    [clash.id, now, by, decision, taken.isDefault ?? false, reason],
  )
  const theirs = await readAiring(client, clash.theirs)
  const ours = await readAiring(client, clash.ours)
  if (!theirs || !ours) return
  for (const one of [ours, theirs])
    await noteAiring(client, {
      airingId: one.id,
      event: taken.isDefault ? 'clash_default' : 'clash_decided',
      by,
      reason,
      detail: { clash: clash.id, decision, clause: clash.clause },
    })
  const programme = await readProgramme(client, { ...theirs, now })
  const changes = decideClash(programme, { ...clash, decision })
  const settled = await settledOf(client, theirs.id, changes)
  await applyChanges(client, changes, { by, reason })
  for (const one of settled) await settleAiring(client, one, { now, by })
  for (const change of changes) {
    // A third that clashed with one of the two may have come free of it.
    await closeMoot(client, change.id, { by, reason, now })
    if (change.what === 'move') await stageNow(client, change.id, now)
  }
  for (const one of [ours, theirs]) await reopenIfBare(client, one.offerId)
}

/** The one that was undecided is planned when the decision keeps it. */
const settledOf = async (
  client: ClientBase,
  theirs: string,
  changes: ReturnType<typeof decideClash>,
) => {
  const isDropped = changes.some((one) => one.what === 'drop' && one.id === theirs)
  const airing = isDropped ? undefined : await readAiring(client, theirs)
  return airing?.state === 'undecided' ? [airing] : []
}
