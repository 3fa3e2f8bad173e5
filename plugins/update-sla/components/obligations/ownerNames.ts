import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'

/** Names of those who may owe, by `site:<code>` and `unit:<code>`, in the language of the admin. */
export const ownerNames = async (req: PayloadRequest): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await (
    await sqlOf(req)
  ).query<{ owner: string; name: string }>(
    `select owner, case when $1 = 'en' then name_en else name_vi end as name from sla.owners`,
    [req.i18n.language],
  )
  return new Map(rows.map(({ owner, name }) => [owner, name]))
}
