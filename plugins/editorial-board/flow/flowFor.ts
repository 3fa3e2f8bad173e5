import { chooseFlow } from '#domain/board/flow.ts'
import type { Flow } from '#domain/board/flow.ts'
import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { storedFlowRules } from './storedFlowRules.ts'

/**
 * The flow an item takes now: what the board set for itself, else the ready-made flow that fits best.
 *
 * @throws Error when no rule fits: the options lack the one without conditions
 */
export const flowFor = async (
  sql: Sql,
  item: { board: string; collection: string; category: number | null },
): Promise<Flow> => {
  const own = chooseFlow(await storedFlowRules(sql, item.board), item)
  const flow = own ?? chooseFlow(theOptions().flows, item)
  if (!flow) throw new Error('editorial-board: no flow fits; one rule must have no conditions')
  return flow
}
