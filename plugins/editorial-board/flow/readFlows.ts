import { chooseFlow } from '#domain/board/flow.ts'
import type { Flow } from '#domain/board/flow.ts'
import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import type { BoardName } from '../options.ts'
import type { BoardRole } from '../people/standing.ts'
import { flowFor } from './flowFor.ts'

/** Which way items of a content type go at a board, or those of one section of it. */
export type FlowLine = {
  collection: string | null
  category: number | null
  flow: Flow
  /** The board's own rule; null for a ready-made flow. */
  own: { document: string; by: string; at: string } | null
}

type Stored = {
  collection: string | null
  category: number | null
  flow: Flow
  document: string
  by: string
  at: string
}

/** The flows in force at a board: one line for each of its content types, and one for each narrower rule it has set. */
export const readFlows = async (sql: Sql, board: BoardName): Promise<FlowLine[]> => {
  const { rows } = await sql.query<Stored>(
    `select * from (
       select distinct on (coalesce(r.collection, ''), coalesce(r.category, 0)) r.collection, r.category, r.flow, r.document,
         coalesce(p.name, '?') as by, to_json(r.entered_at) #>> '{}' as at
       from editorial.flow_rules r left join editorial.accounts p on p.person = r.entered_by where r.board = $1
       order by coalesce(r.collection, ''), coalesce(r.category, 0), r.id desc) f
     where flow is not null`,
    [board.board],
  )
  const lines: FlowLine[] = []
  for (const { slug } of governedAt(board)) {
    const flow = await flowFor(sql, { board: board.board, collection: slug, category: null })
    const own =
      rows.find((row) => row.collection === slug && row.category === null) ??
      rows.find((row) => row.collection === null && row.category === null)
    lines.push({ collection: slug, category: null, flow, own: own ?? null })
  }
  for (const row of rows) {
    if (row.category === null) continue
    lines.push({ collection: row.collection, category: row.category, flow: row.flow, own: row })
  }
  for (const rule of theOptions().flows) {
    if (rule.category === undefined) continue
    if (rule.board !== undefined && rule.board !== board.board) continue
    const scope = { collection: rule.collection ?? null, category: rule.category }
    if (rows.some((row) => row.category === scope.category && row.collection === scope.collection))
      continue
    const flow = chooseFlow(theOptions().flows, {
      board: board.board,
      collection: rule.collection ?? '',
      category: rule.category,
    })
    lines.push({ ...scope, flow: flow ?? rule.flow, own: null })
  }
  return lines
}

/** The content types a board decides over. */
export const governedAt = (board: BoardName) =>
  theOptions().governed.filter(({ log }) => log === 'site' || board.logs.includes('common'))

/** Roles that every flow of the board lets approve without the head. */
export const approvesAlone = (lines: readonly FlowLine[]): BoardRole[] =>
  (['deputy', 'member'] as const).filter((role) =>
    lines.every(({ flow }) => {
      const last = flow.steps.at(-1)
      return last?.quorum === 1 && !last.headMust && last.actors.includes(role)
    }),
  )
