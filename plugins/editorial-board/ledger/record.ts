import type { PayloadRequest } from 'payload'
import type { LedgerAct } from '#domain/board/ledgerEntry.ts'
import { sqlOf } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { appendEntry } from './appendEntry.ts'
import type { LedgerConnection, LedgerPlace } from './appendEntry.ts'

/** Signs an act of a board into its chain, on the request's own transaction. */
export const record = async (
  req: PayloadRequest,
  act: Omit<LedgerAct, 'n' | 'previous' | 'at'>,
): Promise<LedgerPlace> =>
  appendEntry((await sqlOf(req)) as LedgerConnection, await theOptions().signer(), act)
