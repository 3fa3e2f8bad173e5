import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { findSite } from '../sites.ts'
import type { Proposal } from '../types.ts'
import { demandProposal } from './store.ts'
import { proposalPath } from './tellProposed.ts'

/**
 * Tells the side that offered something what became of it: whoever chose the site, the board of a component that asked.
 * What only a subscription offered is not told of. The receiving side is told what was taken back.
 */
export const tellSettled = async (sql: Sql, id: string): Promise<void> => {
  const proposal = await demandProposal(sql, id)
  const outcome = outcomes[proposal.state]
  const { offeredBy } = proposal
  if (!outcome || (offeredBy === null && proposal.originSeq !== null)) return
  const isToReceiver = outcome === 'withdrawn'
  const other = isToReceiver ? proposal.log : proposal.originLog
  // An external site has no board here; its own people read the state through the API.
  if (!(await findSite(sql, other))?.isHostedHere) return
  await theOptions().board.tellIncoming(sql, {
    kind: 'proposalSettled',
    key: `proposal:${id}:${proposal.state}:${proposal.settledAt ?? ''}`,
    board: other,
    title: proposal.title,
    href: proposalPath(id),
    from: isToReceiver ? proposal.originLog : proposal.log,
    outcome,
    ...(isToReceiver || offeredBy === null ? {} : { people: [offeredBy] }),
    ...(proposal.answer ? { explanation: proposal.answer } : {}),
  })
}

const outcomes: Partial<
  Record<Proposal['state'], 'accepted' | 'returned' | 'withdrawn' | 'dismissed'>
> = { accepted: 'accepted', returned: 'returned', withdrawn: 'withdrawn', dismissed: 'dismissed' }
