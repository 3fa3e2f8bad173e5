import type { ClientBase } from 'pg'
import { decideBy } from '#domain/dispatch/programme/decideBy.ts'
import { ruleAt } from '#domain/dispatch/programme/programmeRules.ts'
import type { Airing } from '../airings/airing.ts'
import { readAiring } from '../airings/airing.ts'
import { theProgramme } from '../options.ts'
import { tellClash } from '../tell/tellClash.ts'

/** Opens a clash before the person whom the regulation in force names, and tells them by mail. */
export const openClash = async (
  client: ClientBase,
  of: {
    ours: string
    theirs: Airing
    /** Air time of the one that was there first, epoch milliseconds. */
    oursAt: number
    now: Date
  },
): Promise<void> => {
  const { theirs, now } = of
  const { rules } = theProgramme()
  const who = ruleAt(rules.collisionDecider, now)
  const fallback = ruleAt(rules.collisionDefault, now)
  if (!who || !fallback) throw new Error('dispatch: no rule in force on who settles a clash')
  const by = decideBy({
    now,
    startsAt: new Date(Math.min(of.oursAt, theirs.startsAt.getTime())),
    leadMinutes: fallback.leadMinutes,
  })
  const { rows } = await client.query<{ id: string }>(
    `insert into dispatch.clashes (unit_code, ours, theirs, opened_at, decide_by, decider, clause)
     values ($1, $2, $3, $4, $5, $6, $7)
     -- The same two may meet again after they were parted; what was decided before stands in their events.
     on conflict (ours, theirs) do update set opened_at = excluded.opened_at, decide_by = excluded.decide_by,
       decider = excluded.decider, clause = excluded.clause, decided_at = null, decided_by = null, decision = null,
       is_default = false, reason = null
     where clashes.decided_at is not null returning id`,
    [theirs.unitCode, of.ours, theirs.id, now, by, who.decider, who.clause],
  )
  const id = rows[0]?.id
  const ours = await readAiring(client, of.ours)
  if (!id || !ours) return
  await tellClash(client, {
    id,
    ours,
    theirs,
    decideBy: by,
    decider: who.decider,
    decision: fallback.decision,
  })
}
