import type { ClientBase } from 'pg'
import type { Decision } from '#domain/dispatch/programme/decideClash.ts'
import type { Decider } from '#domain/dispatch/programme/programmeRules.ts'

/** Two priority items for one hour, until a named person of the commune has decided. */
export type Clash = {
  id: string
  unitCode: string
  ours: string
  theirs: string
  decideBy: Date
  decider: Decider
  clause: string
  decidedAt: Date | null
  decision: Decision | null
}

/** Clashes by a condition on `c`, the most pressing first. */
export const readClashes = async (
  client: Pick<ClientBase, 'query'>,
  where: string,
  values: unknown[],
): Promise<Clash[]> => {
  const { rows } = await client.query<Clash>(
    `select c.id, c.unit_code as "unitCode", c.ours, c.theirs, c.decide_by as "decideBy", c.decider, c.clause,
       c.decided_at as "decidedAt", c.decision
     from dispatch.clashes c where ${where} order by c.decide_by, c.id`,
    values,
  )
  return rows
}
