import type { Pool } from 'pg'

/** An act as it stands in the chain. */
export type ReadAct = {
  n: number
  kind: string
  by: number | null
  capacity: string
  content: Record<string, unknown>
}

/** What a board did, in order, as the chain tells it. */
export const readLedger = async (owner: Pool, board: string): Promise<ReadAct[]> => {
  const { rows } = await owner.query<{ text: string }>(
    'select text from editorial.ledger where board = $1 order by n',
    [board],
  )
  return rows.map((row) => JSON.parse(row.text) as ReadAct)
}
