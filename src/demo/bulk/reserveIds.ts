import type { ClientBase } from 'pg'

/** Takes `count` ids from the table's own sequence. */
export const reserveIds = async (
  client: ClientBase,
  table: string,
  count: number,
): Promise<number[]> => {
  const { rows } = await client.query<{ id: string }>(
    'select nextval(pg_get_serial_sequence($1, $2)) as id from generate_series(1, $3::int)',
    [`public."${table}"`, 'id', count],
  )
  return rows.map((row) => Number(row.id))
}
