import type { Sql } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import type { BoardRole } from '../people/standing.ts'
import type { MembershipDetail, Notice } from './notice.ts'
import { tell } from './tell.ts'
import type { Telling } from './tell.ts'

type Entry = { kind: string; by: number | null; content: Record<string, unknown> }
type Mandate = {
  principal: number
  delegate: number
  startsOn: string
  endsOn: string
  document: string
}

/**
 * Tells the people whom an entry of a board's chain is about that they were appointed, that an appointment ends, or that
 * they hold or gave a mandate; not whoever entered it.
 */
export const tellMembership = async (
  telling: Telling,
  place: { board: string; n: number },
): Promise<void> => {
  const { sql } = telling
  const { rows } = await sql.query<{ entry: Entry }>(
    'select text::jsonb as entry from editorial.ledger where board = $1 and n = $2::bigint',
    [place.board, place.n],
  )
  const entry = rows[0]?.entry
  if (!entry) return
  for (const { person, membership, explanation } of await concerned(sql, entry)) {
    if (person === entry.by) continue
    const notice: Notice = {
      key: `ledger:${place.board}:${place.n}`,
      kind: 'membership',
      board: place.board,
      log: place.board,
      collection: null,
      docId: null,
      submissionId: null,
      round: null,
      step: null,
      title: '',
      detail: { membership, ...(explanation === undefined ? {} : { explanation }) },
    }
    await tell(telling, notice, [person])
  }
}

type Concerned = { person: number; membership: MembershipDetail; explanation?: string }

const concerned = async (sql: Sql, { kind, content }: Entry): Promise<Concerned[]> => {
  if (kind === 'appoint' || kind === 'end') {
    const said = content as {
      person: number
      role: BoardRole
      startsOn?: string
      endsOn?: string | null
      document: string
    } // as register.ts signs it
    const { person, ...rest } = said
    return [{ person, membership: { act: kind, ...rest } }]
  }
  const ended = kind === 'mandateEnd' ? String(content.mandate) : null
  const mandate = ended === null ? (content as Mandate) : await mandateOf(sql, ended) // as mandates.ts signs it
  if (!mandate) return []
  const { principal, delegate, startsOn, endsOn, document } = mandate
  const names = await namesOf(sql, [principal, delegate])
  const days = { startsOn, endsOn, document }
  const explanation = typeof content.reason === 'string' ? { explanation: content.reason } : {}
  const act = (own: 'mandateHeld' | 'mandateGiven') => (ended === null ? own : 'mandateEnd')
  return [
    {
      person: delegate,
      membership: { act: act('mandateHeld'), ...days, other: names.get(principal) ?? null },
      ...explanation,
    },
    {
      person: principal,
      membership: { act: act('mandateGiven'), ...days, other: names.get(delegate) ?? null },
      ...explanation,
    },
  ]
}

const mandateOf = async (sql: Sql, id: string): Promise<Mandate | undefined> => {
  const { rows } = await sql.query<Mandate>(
    `select principal, delegate, starts_on::text as "startsOn", ends_on::text as "endsOn", document
     from editorial.mandates where id = $1::uuid`,
    [uuidOrNull(id)],
  )
  return rows[0]
}

const namesOf = async (sql: Sql, people: readonly number[]) => {
  const { rows } = await sql.query<{ person: number; name: string | null }>(
    'select person, name from editorial.accounts where person = any($1::int[])',
    [`{${people.join(',')}}`],
  )
  return new Map(rows.map((row) => [row.person, row.name]))
}
