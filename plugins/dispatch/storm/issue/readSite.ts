import type { Sql } from '#kit/transaction.ts'
import { IS_CITY, sites } from '../../registers.ts'
import { stormError } from '../stormError.ts'
import type { IssuingSite } from '../stormOptions.ts'

/** The site that releases into a log, whoever asks. @throws PortalError not_an_issuer */
export const readSite = async (sql: Sql, log: string): Promise<IssuingSite> => {
  const { rows } = await sql.query<IssuingSite>(
    `select s.id, s.code, s.name, u.code as "unitCode",
       ${IS_CITY} as "isCity"
     from ${sites()} s left join public.units u on u.id = s.unit_id where s.code = $1`,
    [log],
  )
  const [site] = rows
  if (!site) throw stormError('not_an_issuer')
  return site
}
