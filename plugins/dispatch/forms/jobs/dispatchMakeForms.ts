import type { Task } from 'graphile-worker'
import { isoDay } from '#domain/text/formatDate.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { PortalError } from '#kit/portalError.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import { addToDispatches } from '../addToDispatches.ts'
import { audienceOf } from '../audienceOf.ts'
import { readReceivers } from '../content/readReceivers.ts'
import { bulletinOf, siteName } from '../../bulletin.ts'
import type { WantedForm } from '../content/wantedForms.ts'
import { wantedForms } from '../content/wantedForms.ts'
import { theForms } from '../formsOptions.ts'
import { makeForm } from '../makeForm.ts'
import { readMade } from '../store/madeForms.ts'

/**
 * Makes what a released bulletin lacks, speech first, and hands it after to devices that were sent the text alone and can
 * do nothing with it.
 */
export const createMakeForms =
  (context: JobContext): Task =>
  async (payload) => {
    const { log, seq } = payload as { log: string; seq: number }
    if (!theForms().mediaDir) return
    const wanted = await wantedOf(context, { log, seq })
    await makeMissing(context, wanted)
    await inTransaction(context.pool, (client) =>
      addToDispatches(client, { log, seq, wanted, now: context.now() }),
    )
  }

const wantedOf = async (
  { pool }: JobContext,
  { log, seq }: { log: string; seq: number },
): Promise<WantedForm[]> => {
  const sql = sqlOn(pool)
  const { rows } = await sql.query<{ body: string; releasedAt: string }>(
    `select body, to_json(released_at) #>> '{}' as "releasedAt" from release.releases
     where log = $1 and seq = $2 and collection = 'bulletins' and body is not null`,
    [log, seq],
  )
  const [release] = rows
  if (!release) return []
  const bulletin = bulletinOf(release.body)
  const audience = await audienceOf(sql, bulletin)
  return wantedForms({
    bulletin,
    receivers: await readReceivers(sql, audience, isoDay(release.releasedAt)),
    issuer: await siteName(pool, log),
    issuedAt: release.releasedAt,
  })
}

const makeMissing = async ({ pool, logger }: JobContext, wanted: readonly WantedForm[]) => {
  const sql = sqlOn(pool)
  const made = await readMade(
    sql,
    wanted.map(({ key }) => key),
  )
  for (const one of wanted.filter(({ key }) => !made.has(key))) {
    try {
      await makeForm(sql, one)
    } catch (error) {
      // Without an engine the text goes alone; trying again would not install one.
      if (!(error instanceof PortalError) || error.code !== 'voice_missing') throw error
      logger.warn('dispatch: no speech engine is installed')
    }
  }
}
