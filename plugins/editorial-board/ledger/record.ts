import type { PayloadRequest } from 'payload'
import type { LedgerAct, LedgerKind } from '#domain/board/ledgerEntry.ts'
import { enqueue } from '#kit/enqueue.ts'
import { sqlOf } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { appendEntry } from './appendEntry.ts'
import type { LedgerConnection, LedgerPlace } from './appendEntry.ts'

const aboutPeople: readonly LedgerKind[] = ['appoint', 'end', 'mandate', 'mandateEnd']

/**
 * Signs an act of a board into its chain, on the request's own transaction; the people whom a change of membership or
 * mandate is about are told by a job of that transaction.
 */
export const record = async (
  req: PayloadRequest,
  act: Omit<LedgerAct, 'n' | 'previous' | 'at'>,
): Promise<LedgerPlace> => {
  const sql = (await sqlOf(req)) as LedgerConnection
  const place = await appendEntry(sql, await theOptions().signer(), act)
  if (aboutPeople.includes(act.kind)) {
    const { board, n } = place
    const task = 'editorialBoardTellOfMembership'
    await enqueue(req, { task, payload: { board, n }, jobKey: `${task}:${board}:${n}` })
  }
  return place
}
