import type { Pool } from 'pg'
import { ruleAt } from '#domain/dispatch/programme/programmeRules.ts'
import { eachAlone } from '#kit/eachAlone.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { lockUnit } from '../lockUnit.ts'
import { theProgramme } from '../options.ts'
import { tellDefault } from '../tell/tellClash.ts'
import { carryOut } from './carryOut.ts'
import { readClashes } from './clash.ts'

/** Applies the recorded default to clashes whose time to decide is over: the items must not fall silent for want of a decision. */
export const decideOverdue = async (pool: Pool, now: Date): Promise<void> => {
  const due = await inTransaction(pool, (client) =>
    readClashes(client, 'c.decided_at is null and c.decide_by <= $1', [now]),
  )
  await eachAlone(due, ({ id, unitCode }) =>
    inTransaction(pool, async (client) => {
      await lockUnit(client, unitCode)
      const [clash] = await readClashes(client, 'c.id = $1 and c.decided_at is null', [id])
      const rule = ruleAt(theProgramme().rules.collisionDefault, now)
      if (!clash || !rule) return
      await carryOut(client, clash, { decision: rule.decision, isDefault: true, now })
      await tellDefault(client, clash, rule.decision)
    }),
  )
}
