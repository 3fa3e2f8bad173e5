import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { updateSla } from '#plugins/update-sla/index.ts'
import { installTables } from '#plugins/update-sla/install/installTables.ts'
import { openNewspaper } from '#tests/integration/editorial-board/foreign/openNewspaper.ts'
import type { Newspaper } from '#tests/integration/editorial-board/foreign/openNewspaper.ts'
import { publishStory } from '#tests/integration/editorial-board/foreign/publishStory.ts'
import { oneStoryADay } from './oneStoryADay.ts'
import { openPool } from '#tests/support/openPool.ts'
import { slaTick } from '#tests/support/slaTick.ts'

let paper: Newspaper
let pool: pg.Pool

beforeAll(async () => {
  paper = await openNewspaper({ hasTenants: false, more: [updateSla(oneStoryADay)] })
  await installTables(paper.client)
  pool = openPool(paper.url, 2)
})
afterAll(async () => {
  await pool.end()
  await paper.stop()
})

const DAY = 86_400_000

const tickAt = (at: Date) =>
  slaTick(
    {
      payload: paper.payload,
      pool,
      env: { PAYLOAD_SECRET: 'a newspaper', DATABASE_URL: paper.url },
    },
    at,
  )

/** Midnight in Paris that begins a day. */
const startOf = async (at: Date) => {
  const { rows } = await paper.client.query<{ at: Date }>(
    `select date_trunc('day', $1::timestamptz, 'Europe/Paris') as at`,
    [at],
  )
  return rows[0]?.at ?? at
}

test('a day with a story is met, a day without one brings a mail in the paper’s own words and zone', async () => {
  const today = await startOf(new Date())
  await tickAt(today)
  await publishStory(paper, 'common')
  // The story went out when this test ran; the day's window is laid around that moment.
  await paper.client.query(
    `insert into sla.obligations (code, version, definition, valid_from)
     select code, 2, definition || '{"from":"00:00","to":"23:59"}', valid_from from sla.obligations where code = 'dailyStory'`,
  )
  await tickAt(new Date(today.getTime() + 3 * DAY))
  const { rows } = await paper.client.query<{ state: string }>(
    'select state from sla.verdicts order by day',
  )
  expect(rows.map(({ state }) => state)).toEqual(['met', 'missed', 'missed'])
  const mails = await paper.client.query<{ subject: string; text: string; to: string[] }>(
    'select subject, body_text as text, recipients as to from web.mails order by queued_at',
  )
  expect(mails.rows.length).toBeGreaterThan(0)
  const all = mails.rows.map(({ subject, text }) => `${subject}\n${text}`).join('\n')
  expect(all).toContain('A story a day')
  expect(all).toContain('The paper')
  expect(mails.rows.flatMap(({ to }) => to)).toContain('head-common@newspaper.example')
})
