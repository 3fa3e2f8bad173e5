import type { JobContext } from '#kit/jobContext.ts'
import { onPool } from '../notices/onPool.ts'
import { readSiteNames } from '../notices/siteNames.ts'
import type { Telling } from '../notices/tell.ts'

/** Runs one act of telling in a transaction of its own. */
export type InTelling = <T>(work: (telling: Telling) => Promise<T>) => Promise<T>

/** Looks up once what every mail of a job needs. */
export const openTelling = async (context: JobContext): Promise<InTelling> => {
  const siteNames = await readSiteNames(context.payload)
  const now = context.now()
  return (work) =>
    onPool(context.pool, (sql) => work({ sql, now, publicUrl: context.env.publicUrl, siteNames }))
}
