import { appendEntry } from '../ledger/appendEntry.ts'
import type { LedgerConnection } from '../ledger/appendEntry.ts'
import type { Signer } from '../ledger/signer.ts'
import type { Appointment } from './register.ts'

/**
 * Enters the first members of boards as the owner of the database: when an installation begins, before anybody could be a
 * registrar, and for bulk imports of a register. Signed as any other act, with the owner named as its source.
 *
 * @param options.client connected as the owner, within a transaction
 */
export const foundBoards = async (options: {
  client: LedgerConnection
  signer: Signer
  appointments: readonly (Pick<Appointment, 'board' | 'person' | 'role' | 'startsOn' | 'document'> &
    Partial<Appointment>)[]
}): Promise<void> => {
  const { client, signer } = options
  const byBoard = new Map<string, typeof options.appointments>()
  for (const one of options.appointments)
    byBoard.set(one.board, [...(byBoard.get(one.board) ?? []), one])
  for (const [board, members] of [...byBoard].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const content = {
      appointments: members.map((one) => ({
        person: one.person,
        role: one.role,
        startsOn: one.startsOn,
        endsOn: one.endsOn ?? null,
        document: one.document,
        categories: one.categories ?? null,
      })),
    }
    const place = await appendEntry(client, signer, {
      board,
      kind: 'found',
      by: null,
      capacity: 'owner',
      content,
    })
    await client.query(
      `insert into editorial.appointments (board, person, role, categories, starts_on, ends_on, document, ledger_n)
       select $1, (a ->> 'person')::int, a ->> 'role',
         case when jsonb_typeof(a -> 'categories') = 'array'
           then array(select jsonb_array_elements_text(a -> 'categories')::int) end,
         (a ->> 'startsOn')::date, (a ->> 'endsOn')::date, a ->> 'document', $3::bigint
       from jsonb_array_elements($2::jsonb) a`,
      [board, JSON.stringify(content.appointments), place.n],
    )
  }
}
