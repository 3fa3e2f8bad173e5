import type { Flow, FlowRule } from '#domain/board/flow.ts'
import type { Sql } from '#kit/transaction.ts'

type Row = { collection: string | null; category: number | null; flow: Flow }

/** The flows a board has set for itself and not given up. */
export const storedFlowRules = async (sql: Sql, board: string): Promise<FlowRule[]> => {
  const { rows } = await sql.query<Row>(
    `select collection, category, flow from (
       select distinct on (coalesce(collection, ''), coalesce(category, 0)) collection, category, flow
       from editorial.flow_rules where board = $1
       order by coalesce(collection, ''), coalesce(category, 0), id desc) f
     where flow is not null`,
    [board],
  )
  return rows.map((row) => ({
    board,
    flow: row.flow,
    ...(row.collection === null ? {} : { collection: row.collection }),
    ...(row.category === null ? {} : { category: row.category }),
  }))
}
