import type { PayloadRequest } from 'payload'
import { flowFaults } from '#domain/board/flow.ts'
import type { Flow } from '#domain/board/flow.ts'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { record } from '../ledger/record.ts'
import { theOptions } from '../options.ts'
import { demandRole } from '../rights.ts'

/**
 * The head sets the flow of a board for a content type or section by the board's working rules (P-9.3). What was submitted
 * before keeps the flow it began with. No board gives up the rule of four eyes by itself.
 *
 * @param options.flow null gives the ready-made flow back
 * @throws PortalError reason_required (no document), bad_flow (details.faults), bad_input (no such content type),
 *   people_only, not_a_member
 */
export const setFlow = async (options: {
  req: PayloadRequest
  /** A log the board decides over. */
  log: string
  collection?: string
  category?: number
  flow: Flow | null
  document: string
}): Promise<void> => {
  const { req, log, flow } = options
  const document = options.document.trim()
  if (document === '') throw boardError('reason_required')
  const faults = flow ? [...flowFaults(flow), ...selfApproval(flow)] : []
  if (faults.length > 0) throw boardError('bad_flow', { faults })
  if (options.collection && !theOptions().governed.some(({ slug }) => slug === options.collection))
    throw boardError('bad_input', { fields: [{ path: 'collection' }] })
  await withTransaction(req, async (sql) => {
    const { user, standing } = await demandRole(req, log, ['head'])
    const scope = { collection: options.collection ?? null, category: options.category ?? null }
    const place = await record(req, {
      board: standing.board,
      kind: 'flow',
      by: user,
      capacity: 'head',
      content: { ...scope, flow, document },
    })
    await sql.query(
      `insert into editorial.flow_rules (board, collection, category, flow, document, entered_by, ledger_n)
       values ($1, $2, $3::int, $4::jsonb, $5, $6::int, $7::bigint)`,
      [
        standing.board,
        scope.collection,
        scope.category,
        flow ? JSON.stringify(flow) : null,
        document,
        user,
        place.n,
      ],
    )
  })
}

/** That somebody may approve his own work is for the city to allow, in its profile; no head allows it to himself. */
const selfApproval = (flow: Flow): string[] =>
  flow.fourEyes === 'none' ? ['four_eyes_needed'] : []
