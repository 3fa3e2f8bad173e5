import type { ClientBase } from 'pg'
import { CLOCK_COLUMNS } from './clockColumns.ts'
import type { SourceRow } from './readSources.ts'

/** Marks subjects to be looked at again. */
export const touchAgain = async (
  client: ClientBase,
  rows: readonly Pick<SourceRow, 'collection' | 'doc_id'>[],
): Promise<void> => {
  if (rows.length === 0) return
  await client.query(
    'insert into sla.touched (collection, doc_id) select * from unnest($1::text[], $2::integer[])',
    [rows.map(({ collection }) => collection), rows.map(({ doc_id }) => doc_id)],
  )
}

/** Clocks whose next rung has come. */
export const readDueClocks = async (client: ClientBase, now: Date): Promise<SourceRow[]> => {
  const { rows } = await client.query<SourceRow>(
    `select ${CLOCK_COLUMNS}, false as is_void from sla.clocks c where c.next_rung_at <= $1 order by c.next_rung_at, c.id`,
    [now],
  )
  return rows
}
