import type { ClientBase, Pool } from 'pg'

/**
 * Tells every sender that there is something to do, once the caller's transaction is committed. Without it they find it
 * within a second.
 *
 * @param about a lane (`0`, `1`, `2`) or `setup:<device code>`
 */
export const inform = async (
  connection: Pick<ClientBase, 'query'> | Pick<Pool, 'query'>,
  about: string,
): Promise<void> => {
  await connection.query(`select pg_notify('dispatch', $1)`, [about])
}
