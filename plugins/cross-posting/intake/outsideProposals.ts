import type { PayloadRequest } from 'payload'
import { sqlOf, withTransaction } from '#kit/transaction.ts'
import { findCopy } from '../copies/findCopy.ts'
import { theOptions } from '../options.ts'
import { demandProposal } from '../proposals/store.ts'
import { proposalPath } from '../proposals/tellProposed.ts'
import { takeBack } from '../proposals/withdrawProposal.ts'
import type { ProposalState } from '../types.ts'

/** What an external site reads of its own proposals. */
export type OutsideProposal = {
  id: string
  key: string
  to: string
  title: string
  sha256: string
  state: ProposalState
  /** Why it was returned. */
  answer: string | null
  offeredAt: string
  settledAt: string | null
}

/** The proposals of an external site, newest first, with what became of them. */
export const readFromOutside = async (options: {
  req: PayloadRequest
  site: string
  key?: string
  /** @default 50, at most 200 */
  limit?: number
}): Promise<OutsideProposal[]> => {
  const { req, site, key, limit = 50 } = options
  const sql = await sqlOf(req)
  const { rows } = await sql.query<OutsideProposal>(
    `select id, root_id as key, log as "to", title, sha256, state, answer, to_json(offered_at) #>> '{}' as "offeredAt",
       to_json(settled_at) #>> '{}' as "settledAt" from cross_posting.proposals
     where origin_log = $1 and origin_seq is null and ($2::text is null or root_id = $2::text)
     order by offered_at desc, id limit $3::int`,
    [site, key ?? null, Math.min(Math.max(limit, 1), 200)],
  )
  return rows
}

/**
 * An external site takes back what is still open of an item. Where it is public here already, the board is told: there is no
 * log of that site that a withdrawal could rest on.
 *
 * @returns how many proposals were taken back
 */
export const withdrawFromOutside = async (options: {
  req: PayloadRequest
  site: string
  key: string
  reason?: string
}): Promise<{ withdrawn: number }> => {
  const { req, site, key } = options
  const answer = options.reason?.trim() || null
  return withTransaction(req, async (sql) => {
    const { rows } = await sql.query<{ id: string; state: ProposalState }>(
      `select id, state from cross_posting.proposals where origin_log = $1 and root_id = $2 and origin_seq is null
         and state in ('proposed', 'under_review', 'accepted') order by offered_at`,
      [site, key],
    )
    let withdrawn = 0
    for (const { id } of rows) {
      const proposal = await demandProposal(sql, id)
      if (proposal.state === 'accepted') {
        const copy = await findCopy(sql, proposal)
        if (!copy?.isPublic) continue
        await theOptions().board.tellIncoming(sql, {
          kind: 'proposalSettled',
          key: `proposal:${id}:withdrawn-outside`,
          board: proposal.log,
          title: proposal.title,
          href: proposalPath(id),
          from: site,
          outcome: 'withdrawn',
          ...(answer ? { explanation: answer } : {}),
        })
        continue
      }
      await takeBack({ req, sql, proposal, by: null, answer })
      withdrawn += 1
    }
    return { withdrawn }
  })
}
