import type { Sql } from '#kit/transaction.ts'
import type { BoardRole } from './standing.ts'

/** A change of membership that waits for a second person. */
export type ProposalLine = {
  id: string
  act: 'appoint' | 'end'
  name: string
  email: string
  role: BoardRole
  startsOn: string | null
  endsOn: string | null
  document: string
  enteredBy: string
  enteredAt: string
  /** The reader may confirm or reject it. */
  maySettle: boolean
}

/** What waits on a board for the second person. */
export const readProposals = async (
  sql: Sql,
  of: { board: string; reader: number },
): Promise<ProposalLine[]> => {
  const { rows } = await sql.query<ProposalLine>(
    `select q.id, q.act, coalesce(p.name, p.email, '') as name, coalesce(p.email, '') as email, q.content ->> 'role' as role,
       q.content ->> 'startsOn' as "startsOn", q.content ->> 'endsOn' as "endsOn", q.content ->> 'document' as document,
       coalesce(b.name, '?') as "enteredBy", to_json(q.entered_at) #>> '{}' as "enteredAt",
       editorial.may_register(q.board, q.content ->> 'role', $2::int) and not editorial.is_same_person(q.entered_by, $2::int)
         and not editorial.is_same_person(q.person, $2::int) as "maySettle"
     from editorial.membership_proposals q
     left join editorial.accounts p on p.person = q.person
     left join editorial.accounts b on b.person = q.entered_by
     where q.board = $1 and q.state = 'waiting' order by q.entered_at`,
    [of.board, of.reader],
  )
  return rows
}
