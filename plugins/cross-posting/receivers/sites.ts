import type { Sql } from '#kit/transaction.ts'
import { receiverError } from './receiverErrors.ts'

/** A site as its technical screens show it. */
export type ReceiverSite = {
  id: number
  code: string
  nameVi: string
  nameEn: string
  isHostedHere: boolean
}

const columns = `s.id, s.code, s.name_vi as "nameVi", s.name_en as "nameEn", s.is_hosted_here as "isHostedHere"`

/** The active sites, by name; only those of `codes` unless it is null, and of one kind if it is named. */
export const readReceiverSites = async (
  sql: Sql,
  codes: readonly string[] | null,
  kind: string | null = null,
): Promise<ReceiverSite[]> => {
  const { rows } = await sql.query<ReceiverSite>(
    `select ${columns} from cross_posting.sites s where s.is_active and ($1::text[] is null or s.code = any($1::text[]))
       and ($2::text is null or s.kind = $2) order by s.name_vi`,
    [codes && `{${codes.join()}}`, kind],
  )
  return rows
}

/**
 * One active site.
 *
 * @throws PortalError site_unknown
 */
export const demandSite = async (sql: Sql, code: string): Promise<ReceiverSite> => {
  const { rows } = await sql.query<ReceiverSite>(
    `select ${columns} from cross_posting.sites s where s.code = $1 and s.is_active`,
    [code],
  )
  if (!rows[0]) throw receiverError('site_unknown')
  return rows[0]
}
