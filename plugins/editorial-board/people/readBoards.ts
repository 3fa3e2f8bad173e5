import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import type { BoardRole } from './standing.ts'
import { visibleBoards } from './visibleBoards.ts'

/** A board in the list of boards, as it stands today. */
export type BoardLine = {
  board: string
  name: string
  /** Names of its heads; none is a fault. */
  heads: string[]
  counts: Record<BoardRole, number>
  /** Mandates in force. */
  mandates: number
  /** Changes of membership that wait for a second person. */
  proposals: number
}

type Row = Omit<BoardLine, 'name' | 'counts'> & { counts: Partial<Record<BoardRole, number>> }

const find = `
  with today as (select editorial.day_of(clock_timestamp()) as day),
    force as (select f.board, f.role, f.person from today, editorial.in_force(today.day) f where f.board = any ($1::text[])),
    counted as (select board, jsonb_object_agg(role, n) as counts from (
      select board, role, count(distinct person)::int as n from force group by board, role) c group by board),
    heads as (select f.board, array_agg(coalesce(a.name, '') order by a.name) as names
      from force f left join editorial.accounts a on a.person = f.person where f.role = 'head' group by f.board),
    acting as (select m.board, count(*)::int as n from today, editorial.mandates m
      left join editorial.mandate_ends e on e.mandate_id = m.id
      where e.mandate_id is null and today.day between m.starts_on and m.ends_on group by m.board),
    waiting as (select board, count(*)::int as n from editorial.membership_proposals where state = 'waiting' group by board)
  select b.board, coalesce(to_json(heads.names), '[]') as heads, coalesce(counted.counts, '{}') as counts,
    coalesce(acting.n, 0) as mandates, coalesce(waiting.n, 0) as proposals
  from unnest($1::text[]) as b (board) left join counted using (board) left join heads using (board)
  left join acting using (board) left join waiting using (board)`

const none = { head: 0, deputy: 0, member: 0, editor: 0, collaborator: 0, checker: 0 }

/** The boards the signed-in person may look up, in the order of the options. */
export const readBoards = async (req: PayloadRequest): Promise<BoardLine[]> => {
  const boards = await visibleBoards(req)
  if (boards.length === 0) return []
  const sql = await sqlOf(req)
  const codes = `{${boards.map((one) => JSON.stringify(one.board)).join(',')}}`
  const { rows } = await sql.query<Row>(find, [codes])
  const found = new Map(rows.map((row) => [row.board, row]))
  return boards.map(({ board, name }) => {
    const row = found.get(board)
    return {
      board,
      name,
      heads: row?.heads ?? [],
      counts: { ...none, ...row?.counts },
      mandates: row?.mandates ?? 0,
      proposals: row?.proposals ?? 0,
    }
  })
}
