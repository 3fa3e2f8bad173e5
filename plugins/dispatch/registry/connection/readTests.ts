import type { Sql } from '#kit/transaction.ts'
import type { StepCode, TestStep } from './steps.ts'
import { people } from '../../registers.ts'

/** A test as the screen shows it. */
export type TestRow = {
  id: string
  startedAt: string
  startedBy: string | null
  endedAt: string | null
  outcome: 'passed' | 'failed' | 'broken_off' | null
  note: string | null
  /** Whether it is about the device as it is now. */
  isCurrent: boolean
  steps: TestStepRow[]
}

/** A step that is over. */
export type TestStepRow = {
  step: TestStep
  outcome: 'passed' | 'failed' | 'skipped'
  code: StepCode | null
  evidence: Record<string, unknown> | null
  milliseconds: number
}

/** The tests of a device, newest first, with their steps. */
export const readTests = async (sql: Sql, deviceId: number, limit = 5): Promise<TestRow[]> => {
  const { rows } = await sql.query<TestRow>(
    `select t.id, t.started_at::text as "startedAt", u.name as "startedBy", t.ended_at::text as "endedAt", t.outcome, t.note,
       t.fingerprint = dispatch.fingerprint_of(t.device_id) as "isCurrent",
       coalesce((select json_agg(json_build_object('step', s.step, 'outcome', s.outcome, 'code', s.detail, 'evidence', s.evidence,
           'milliseconds', floor(extract(epoch from s.ended_at - s.started_at) * 1000)) order by s.ended_at)
         from dispatch.connection_test_steps s where s.test_id = t.id), '[]') as steps
     from dispatch.connection_tests t left join ${people()} u on u.id = t.started_by
     where t.device_id = $1 order by t.started_at desc limit ${limit}`,
    [deviceId],
  )
  return rows
}
