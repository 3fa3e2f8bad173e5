import type { Task } from 'graphile-worker'
import { inTransaction } from '#kit/inTransaction.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { installationKey } from '#kit/signingKey.ts'
import type { Driver } from '../../drivers/driver.ts'
import type { Channel } from '../../types.ts'
import { endTest } from './endTest.ts'
import { runTest } from './runTest.ts'
import type { Tested } from './trial.ts'

const ANSWER_MS = 8000
const SILENCE_MS = 3000

/**
 * Carries out one connection test. A worker that died in the middle leaves no half test behind: who takes the job up closes it
 * as broken off, and a person begins anew.
 *
 * @param driverOf the way to a device of a channel, in this process
 */
export const createConnectionTest =
  (context: JobContext, driverOf: (channel: Channel) => Driver | undefined): Task =>
  async (payload, { job }) => {
    const { testId } = payload as { testId: string }
    const { pool } = context
    const breakOff = (note: string) =>
      inTransaction(pool, (client) => endTest(client, { testId, outcome: 'broken_off', note }))
    if (job.attempts > 1) return breakOff('worker_died')
    const test = await readTested(context, testId)
    if (!test) return
    const driver = driverOf(test.device.channel as Channel)
    if (!driver) return breakOff('no_driver')
    await runTest({
      testId,
      driver,
      pool,
      device: test.device,
      startedAt: test.startedAt,
      key: await installationKey(context.env),
      publicUrl: context.env.publicUrl,
      now: context.now,
      answerMs: ANSWER_MS,
      silenceMs: SILENCE_MS,
    })
  }

const readTested = async ({ pool }: JobContext, testId: string) => {
  const { rows } = await pool.query<Tested & { startedAt: Date }>(
    `select d.id, d.code, u.code as "unitCode", d.channel::text, d.address, d.device_class::text as "deviceClass",
       array(select f.value::text from public.devices_capabilities_forms f where f.parent_id = d.id order by f."order") as forms,
       t.started_at as "startedAt"
     from dispatch.connection_tests t join public.devices d on d.id = t.device_id join public.units u on u.id = d.unit_id
     where t.id = $1 and t.ended_at is null`,
    [testId],
  )
  const [row] = rows
  if (!row) return null
  const { startedAt, ...device } = row
  return { device, startedAt }
}

/** Closes tests that nobody carries out any more, such as those whose job was removed. */
export const closeAbandonedTests = async ({ pool }: JobContext): Promise<void> => {
  const { rows } = await pool.query<{ id: string }>(
    `select t.id from dispatch.connection_tests t
     where t.ended_at is null and t.started_at < now() - interval '2 minutes' and not exists (
       select from graphile_worker.jobs j where j.key = 'dispatchConnectionTest:' || t.id and j.attempts < j.max_attempts)`,
  )
  for (const { id } of rows) {
    await inTransaction(pool, (client) =>
      endTest(client, { testId: id, outcome: 'broken_off', note: 'abandoned' }),
    )
  }
}
