import type { ClientBase } from 'pg'

/**
 * Until the transaction ends nobody else changes the programme of this commune. Whoever takes several takes them in the order
 * of their codes.
 */
export const lockUnit = async (client: ClientBase, unitCode: string): Promise<void> => {
  await client.query(
    `select pg_advisory_xact_lock(hashtextextended('dispatch.programme/' || $1, 0))`,
    [unitCode],
  )
}

/** One follower at a time makes offers: two that lock many communes each would wait for each other. */
export const lockOffering = async (client: ClientBase): Promise<void> => {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('dispatch.offering', 0))`)
}
