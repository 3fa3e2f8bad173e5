import type { Sql } from '#kit/transaction.ts'
import { crossPostingError } from './errors.ts'
import type { Site } from './types.ts'

const columns = `id, code, name_vi as "nameVi", name_en as "nameEn", kind, is_hosted_here as "isHostedHere",
  is_active as "isActive", host, path`

/** The site whose log or code that is; undefined when there is none. */
export const findSite = async (sql: Sql, code: string): Promise<Site | undefined> => {
  const { rows } = await sql.query<Site>(
    `select ${columns} from cross_posting.sites where code = $1`,
    [code],
  )
  return rows[0]
}

/**
 * A site that can receive: in use, and run on this system.
 *
 * @throws PortalError site_missing
 */
export const demandReceiver = async (sql: Sql, log: string): Promise<Site> => {
  const site = await findSite(sql, log)
  if (!site?.isActive || !site.isHostedHere) throw crossPostingError('site_missing', { log })
  return site
}

/** Every site of the registry. */
export const readSites = async (sql: Sql): Promise<Site[]> => {
  const { rows } = await sql.query<Site>(`select ${columns} from cross_posting.sites order by id`)
  return rows
}
