import pg from 'pg'

/** The last number of a log. */
export const readHead = async (connectionString: string, log: string): Promise<number> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<{ seq: number }>(
    'select seq::float8 as seq from release.site_sequences where log = $1',
    [log],
  )
  await client.end()
  return rows[0]?.seq ?? 0
}
