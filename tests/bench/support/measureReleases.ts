import { getPayload } from 'payload'
import type pg from 'pg'
import { prepareLane } from './prepareLane.ts'
import type { Lane } from './prepareLane.ts'
import { report } from './report.ts'

/** Releases a second, one site and eight at once, against Payload saving the same documents as drafts. */
export const measureReleases = async (): Promise<void> => {
  const { default: config } = await import('#payload-config')
  const payload = await getPayload({ config })
  const { pool } = payload.db as unknown as { pool: pg.Pool } // the adapter's type hides its pool
  const { rows } = await pool.query<{ site: number; head: number }>(
    `select s.id as site, min(f.person) as head from editorial.in_force(current_date) f
     join public.sites s on s.code = f.board where f.role = 'head' group by s.id order by s.id limit 8`,
  )
  for (const [metric, boards, each] of [
    ['release', rows.slice(0, 1), 60],
    ['releaseEight', rows, 15],
  ] as const) {
    const lanes: Lane[] = []
    for (const board of boards) lanes.push(await prepareLane({ payload, board, count: each }))
    const drafts = await rate(lanes, (lane) => lane.saveDrafts())
    const value = await rate(lanes, (lane) => lane.release())
    const reference = 'Payload saving drafts of them'
    const figure = { bench: 'read', metric, unit: 'releases/s', reference }
    report({ ...figure, value, ratio: value / drafts })
  }
  await payload.destroy()
}

const rate = async (lanes: readonly Lane[], work: (lane: Lane) => Promise<void>) => {
  const started = performance.now()
  await Promise.all(lanes.map(work))
  const count = lanes.reduce((sum, lane) => sum + lane.count, 0)
  return count / ((performance.now() - started) / 1000)
}
