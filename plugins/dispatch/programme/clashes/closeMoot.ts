import type { ClientBase } from 'pg'
import { overlaps, spanOf } from '#domain/dispatch/programme/plan.ts'
import { readAiring } from '../airings/airing.ts'
import { settleAiring } from '../airings/placePriority.ts'
import { itemOf } from '../readProgramme.ts'
import { readClashes } from './clash.ts'

/**
 * Closes the clashes of an airing that somebody moved or took out, where the two no longer sound at once; what was undecided
 * is planned as it stands now.
 */
export const closeMoot = async (
  client: ClientBase,
  airingId: string,
  of: { by: number | null; reason?: string | null; now: Date },
): Promise<void> => {
  const open = await readClashes(
    client,
    'c.decided_at is null and (c.ours = $1 or c.theirs = $1)',
    [airingId],
  )
  for (const clash of open) {
    const ours = await readAiring(client, clash.ours)
    const theirs = await readAiring(client, clash.theirs)
    if (!ours || !theirs) continue
    const isOut = (state: string) => !['planned', 'undecided', 'sent'].includes(state)
    const isStill =
      !isOut(ours.state) &&
      !isOut(theirs.state) &&
      ours.medium === theirs.medium &&
      overlaps(spanOf(itemOf(ours, of.now)), spanOf(itemOf(theirs, of.now)))
    if (isStill) continue
    const decision = isOut(ours.state)
      ? 'theirs_only'
      : isOut(theirs.state)
        ? 'ours_only'
        : ours.startsAt <= theirs.startsAt
          ? 'ours_first'
          : 'theirs_first'
    await client.query(
      `update dispatch.clashes set decided_at = $2, decided_by = $3, decision = $4, reason = $5 where id = $1`,
      [clash.id, of.now, of.by, decision, of.reason ?? null],
    )
    if (theirs.state === 'undecided') await settleAiring(client, theirs, of)
  }
}
