import type { Task } from 'graphile-worker'
import { inForce } from '#domain/sla/inForce.ts'
import { windowsEndedBetween } from '#domain/sla/windowsBetween.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { queueMail } from '#kit/mail/queueMail.ts'
import { missedMail } from '../missedMail.ts'
import type { MissedWindow } from '../missedMail.ts'
import { theOptions, ZONE } from '../options.ts'
import { judgeWindow, opsAddresses, readCalendar } from '../store.ts'

/** Windows judged later than this after their end are reported together: the clock had stood still. */
const FRESH_MS = 15 * 60_000

/**
 * Judges every window that ended since the last time it ran, however long ago that was, and queues a mail for what was
 * missed; verdicts, progress and mail in one transaction, so that two workers or a crash neither skip nor repeat one.
 */
export const createUpdateSlaTick =
  (context: JobContext): Task =>
  async () => {
    const now = context.now()
    const client = await context.pool.connect()
    try {
      await client.query('begin')
      await client.query(
        'insert into sla.progress (judged_until) values ($1) on conflict do nothing',
        [now],
      )
      const { rows } = await client.query<{ judged_until: Date }>(
        'select judged_until from sla.progress for update',
      )
      const after = rows[0]?.judged_until ?? now
      if (after < now) {
        await judgeSince(context, client, after, now)
        await client.query('update sla.progress set judged_until = $1', [now])
      }
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => undefined) // the connection may be what failed
      throw error
    } finally {
      client.release()
    }
  }

const judgeSince = async (
  context: JobContext,
  client: Parameters<typeof judgeWindow>[0],
  after: Date,
  now: Date,
) => {
  const calendar = await readCalendar(client)
  const ended = windowsEndedBetween({
    windowsOn: (day) => inForce(theOptions().windows, day),
    after,
    until: now,
    zone: ZONE,
    isWorkingDay: calendar.isWorkingDay,
  })
  const late: MissedWindow[] = []
  const to = ended.length > 0 ? await opsAddresses(client, context.env.opsMail) : []
  for (const one of ended) {
    const sites = await judgeWindow(client, one)
    if (sites.length === 0) continue
    const missed = { window: one.window, day: one.day, sites }
    if (now.getTime() - one.endsAt.getTime() > FRESH_MS) late.push(missed)
    else {
      const key = `sla:${one.window.code}:${one.day}`
      await queueMail(
        client,
        missedMail({ key, to, missed: [missed], publicUrl: context.env.publicUrl }),
      )
    }
  }
  if (late.length > 0) {
    const key = `sla:late:${now.toISOString()}`
    await queueMail(client, missedMail({ key, to, missed: late, publicUrl: context.env.publicUrl }))
  }
}
