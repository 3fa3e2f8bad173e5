import { receiptOfRung } from '../receiptLadder.ts'

/** One thing a device says of one dispatch. `at` is its own time; a heartbeat tells none. */
export type SaidReceipt = {
  dispatch: string
  kind: string
  eventId: string
  at?: string
  detail?: string
  seconds?: number
  proof?: unknown
}

type Body = {
  v?: unknown
  receipts?: SaidReceipt[]
  heartbeat?: { recent?: { dispatch: string; rung: number }[] }
}

/**
 * Reads what was signed: when, in seconds since 1970, and every receipt it holds or stands for.
 *
 * @param signed `id.timestamp.body`; an id may hold dots itself
 * @returns null when it is no report
 */
export const readReport = (
  signed: string,
): { timestamp: number; receipts: SaidReceipt[] } | null => {
  for (const found of signed.matchAll(/\.(\d{1,12})\./g)) {
    const body = parse(signed.slice(found.index + found[0].length))
    if (body?.v === 1) return { timestamp: Number(found[1]), receipts: receiptsOf(body) }
  }
  return null
}

const receiptsOf = ({ receipts = [], heartbeat }: Body): SaidReceipt[] => {
  const told = new Set(receipts.map(({ dispatch }) => dispatch))
  return [
    ...receipts,
    ...(heartbeat?.recent ?? []).flatMap(({ dispatch, rung }) => {
      const kind = receiptOfRung(rung)
      return kind && !told.has(dispatch) ? [{ dispatch, kind, eventId: 'heartbeat' }] : []
    }),
  ]
}

const parse = (text: string): Body | null => {
  try {
    return JSON.parse(text) as Body | null
  } catch {
    return null
  }
}
