type Connection = {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/**
 * Addresses of operations: every active operator, and OPS_MAIL.
 *
 * @param client a connection of `pg`, or of a Payload request
 */
export const opsAddresses = async (
  client: Connection,
  opsMail: string | undefined,
): Promise<string[]> => {
  const { rows } = await client.query(
    `select u.email from public.users u join public.users_roles r on r.parent_id = u.id
     where r.value = 'operator' and u.is_active and u.email is not null order by u.id`,
  )
  const known = (rows as { email: string }[]).map((row) => row.email)
  return [...new Set([...(opsMail ? [opsMail] : []), ...known].map((one) => one.toLowerCase()))]
}
