import { afterAll, beforeAll, expect, test } from 'vitest'
import { readStatistics } from '#plugins/dispatch/statistics/readStatistics.ts'
import type { Dimension } from '#plugins/dispatch/statistics/statisticsQuery.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { openForms } from './openForms.ts'

let city: Awaited<ReturnType<typeof openForms>>

beforeAll(async () => {
  city = await openForms()
  const { createDispatch } = await import('#plugins/dispatch/createDispatch.ts')
  for (const code of ['loa-1', 'loa-2', 'loa-3']) {
    await city.device(code, { deviceClass: 'loudspeakerCluster' })
  }
  const follow = async (data: Record<string, unknown>) => {
    const { seq } = await city.room.publish('bulletins', await city.bulletin(data))
    const { rows } = await city.pool.query(
      `select log, seq::float8 as seq, collection, doc_id as "docId", kind, body, to_json(released_at) #>> '{}' as "releasedAt"
       from release.releases where seq = $1 and collection = 'bulletins'`,
      [seq],
    )
    await inTransaction(city.pool, (client) => createDispatch(client, rows[0] as never, new Date()))
  }
  await follow({ title: 'Bão', topic: 'urgentNews' })
  await follow({ title: 'Diễn tập', messageKind: 'exercise' })
  await city.pool.query(
    `update dispatch.deliveries set received_at = now(), state = case device_code when 'loa-1' then 'proven' when 'loa-2' then 'played' else 'refused' end,
       played_seconds = case when device_code <> 'loa-3' then 90 end
     where dispatch_id in (select id from dispatch.dispatches where title = 'Bão')`,
  )
})
afterAll(() => city?.stop())

const today = new Date().toISOString().slice(0, 10)
const read = (by: Dimension, unit?: string) =>
  readStatistics(
    city.pool,
    { by, from: '2020-01-01', to: `${Number(today.slice(0, 4)) + 1}-01-01` },
    unit,
  )

const figures = {
  dispatches: 1,
  targets: 3,
  received: 3,
  played: 2,
  proven: 1,
  refused: 1,
  failed: 0,
  minutes: 3,
}

test('figures are told by month, body, commune, topic, level and form; drills apart', async () => {
  expect(await read('site')).toEqual([
    { key: 'ha-noi', name: 'ha-noi', bulletins: 2, drills: 1, ...figures },
  ])
  expect(await read('commune')).toEqual([
    { key: '10105', name: 'Phường Thử', bulletins: 1, drills: 1, ...figures },
  ])
  expect(await read('topic')).toEqual([
    { key: 'urgentNews', name: null, bulletins: 1, drills: 0, ...figures },
    expect.objectContaining({ key: '', bulletins: 1, drills: 1, targets: 0, minutes: 0 }),
  ])
  expect(await read('priority')).toMatchObject([{ key: 'emergency', bulletins: 2, ...figures }])
  expect(await read('form')).toMatchObject([{ key: 'text', bulletins: 2, ...figures }])
  const months = await read('month')
  expect(months).toHaveLength(1)
  expect(months[0]?.key).toMatch(/^20\d{2}-\d{2}$/)
})

test('a commune sees what reached it, and nothing of another', async () => {
  expect(await read('priority', '10105')).toMatchObject([{ bulletins: 1, ...figures }])
  expect(await read('priority', '99999')).toEqual([])
})
