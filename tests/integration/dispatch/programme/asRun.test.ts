import { afterAll, beforeAll, expect, test } from 'vitest'
import { asRunCsv } from '#plugins/dispatch/programme/exportAsRun.ts'
import { readAsRun } from '#plugins/dispatch/programme/screens/readAsRun.ts'
import { scheduleOffer } from '#plugins/dispatch/programme/verbs/scheduleOffer.ts'
import { storeReports } from '#plugins/dispatch/reports/storeReports.ts'
import { at, openCommune, shown } from './openCommune.ts'

let city: Awaited<ReturnType<typeof openCommune>>

beforeAll(async () => {
  city = await openCommune()
})
afterAll(() => city?.stop())

const planned = async (title: string, time: string, days = 2) => {
  const doc = await city.offered(title)
  const { id, version } = await city.offer(doc)
  const { airings } = await scheduleOffer({
    req: city.people.clerk,
    id,
    version,
    now: at('00:10', days),
    medium: 'radio',
    times: { at: at(time, days).toISOString() },
  })
  return { doc, id: airings[0]?.id ?? '' }
}
/** What the devices of an airing said of it. */
const report = async (airingId: string, state: string, receipts: string[] = []) => {
  const { rows } = await city.owner.query<{ id: string }>(
    `update dispatch.deliveries l set state = $2, received_at = case when $2 = 'queued' then null else now() end
     from dispatch.dispatches d where d.id = l.dispatch_id and d.chain = 'airing/' || $1 returning l.id`,
    [airingId, state],
  )
  for (const { id } of rows)
    for (const kind of receipts)
      await city.owner.query(
        `insert into dispatch.receipts (delivery_id, kind, event_id, device_at, seconds) values ($1, $2, $2, now(), 12)`,
        [id, kind],
      )
}
const stateOf = async (id: string) => (await city.airings('a.id = $1', [id]))[0]

test('each airing is given two hours ahead, once by two workers, to the devices of its medium alone', async () => {
  const { id } = await planned('Phiên chợ', '06:00')
  await city.tick(at('03:59'))
  expect((await stateOf(id))?.state).toBe('planned')
  await city.tick(at('04:00'))
  expect((await stateOf(id))?.state).toBe('sent')
  expect(await city.given(id)).toEqual(['alert 1'])
  const { rows } = await city.owner.query(
    `select l.device_code, d.effective_at, d.airing_id = $1::uuid as is_its, d.audience
     from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id where d.chain = 'airing/' || $1`,
    [id],
  )
  expect(rows).toEqual([
    {
      device_code: 'loa-00001',
      effective_at: at('06:00'),
      is_its: true,
      audience: { areas: [], groups: [], devices: ['loa-00001'] },
    },
  ])
})

test('played by a device it is aired; the log has planned and played beside each other', async () => {
  const { id } = await planned('Ngày hội, "đọc sách"', '06:10')
  await city.tick(at('05:00'))
  await report(id, 'played', ['received', 'playing', 'played'])
  await city.tick(at('06:12'))
  expect((await stateOf(id))?.state).toBe('aired')
  const rows = await readAsRun(city.owner as never, {
    unitCode: '00001',
    day: shown('06:10').slice(0, 10),
  })
  const row = rows.find((one) => one.airingId === id)
  expect(row).toMatchObject({
    deviceCode: 'loa-00001',
    deviceState: 'played',
    playedSeconds: 12,
    state: 'aired',
  })
  const csv = asRunCsv(rows, 'vi').toString()
  expect(csv.startsWith('\uFEFFGiờ theo lịch,Bản tin')).toBe(true)
  expect(csv).toContain('"Ngày hội, ""đọc sách"""')
})

test('cut by an emergency it may resume; if it does not, it is placed again, says by what, and the commune is told', async () => {
  const { id } = await planned('Vệ sinh môi trường', '06:20')
  await city.tick(at('05:00'))
  await city.owner.query(
    'alter table dispatch.dispatches disable trigger demand_release, disable trigger demand_standing',
  )
  await city.owner.query(
    `insert into dispatch.dispatches (chain, cause, log, seq, doc_id, kind, priority, title, issuer, snapshot, sha256, effective_at, created_at)
     select 'bulletin/x', 'release/x', log, seq, doc_id, 'alert', 'emergency', 'Bão gần bờ', 'Hà Nội', '{}', '', $1, $1
     from dispatch.offers order by seq limit 1`,
    [at('06:20')],
  )
  await city.owner.query('alter table dispatch.dispatches enable always trigger demand_release')
  await city.owner.query(
    `insert into dispatch.deliveries (dispatch_id, device_id, device_code, unit_code, channel, lane)
     select d.id, v.id, v.code, '00001', 'mqtt', 0 from dispatch.dispatches d, public.devices v
     where d.title = 'Bão gần bờ' and v.code = 'loa-00001'`,
  )
  await report(id, 'playing', ['playing', 'interrupted'])
  await city.tick(at('06:25'))
  expect((await stateOf(id))?.state).toBe('sent')
  await city.tick(at('06:36'))
  const cut = await stateOf(id)
  expect(cut?.state).toBe('interrupted')
  expect(cut?.interruptedBy).not.toBeNull()
  const again = await stateOf(cut?.requeuedAs ?? '')
  expect(again).toMatchObject({
    startsAt: expect.stringContaining(shown('06:4')) as string,
    state: 'planned',
    title: 'Vệ sinh môi trường',
  })
  expect((await city.mails()).map((one) => one.subject)).toContain(
    '[Bị cắt vì bản tin khẩn cấp] Vệ sinh môi trường',
  )
  const { rows } = await city.owner.query('select count(*)::int as n from dispatch.time_frames')
  expect(rows).toEqual([{ n: 0 }])
})

test('whose time went by while nobody worked is placed again; what no device played is tried once more, then waits', async () => {
  const { id, doc } = await planned('Tiếp dân', '06:00', 3)
  await city.tick(at('06:30', 3))
  const late = await stateOf(id)
  expect(late).toMatchObject({ state: 'missed' })
  expect(await city.given(id)).toEqual([])
  const second = await stateOf(late?.requeuedAs ?? '')
  expect(second).toMatchObject({ startsAt: expect.stringContaining(shown('06:3', 3)) as string })
  await city.tick(at('06:31', 3))
  await city.tick(at('07:10', 3))
  const lost = await stateOf(second?.id ?? '')
  expect(lost).toMatchObject({ state: 'missed', requeuedAs: null })
  expect((await city.offer(doc)).state).toBe('offered')
})

test('what a device says interrupted it must have been given to it; one airing that fails stops no other', async () => {
  const [cut, stuck, fine] = [
    await planned('Bị nói là cắt', '16:30', 3),
    await planned('Không ghi được', '16:40', 3),
    await planned('Vẫn bình thường', '16:50', 3),
  ]
  await city.tick(at('15:00', 3))
  const { rows } = await city.owner.query<{ dispatch: string; device: number }>(
    `select l.dispatch_id as dispatch, l.device_id as device from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
     where d.chain = 'airing/' || $1`,
    [cut.id],
  )
  const [given] = rows
  const nobodys = crypto.randomUUID()
  const interruptedBy = async () => {
    const { rows: found } = await city.owner.query<{ by: string | null }>(
      'select interrupted_by as by from dispatch.deliveries where dispatch_id = $1',
      [given?.dispatch],
    )
    return found[0]?.by
  }
  await storeReports(city.owner, [
    {
      deviceId: given?.device ?? 0,
      body: {
        receipts: (['received', 'interrupted'] as const).map((kind) => ({
          dispatch: given?.dispatch ?? '',
          kind,
          eventId: kind,
          at: new Date().toISOString(),
          ...(kind === 'interrupted' ? { detail: nobodys } : {}),
        })),
      } as never,
      offsetMs: null,
      now: new Date(),
      signed: {
        text: '{}',
        key: Buffer.alloc(32).toString('base64'),
        signature: Buffer.alloc(64).toString('base64'),
      },
    },
  ])
  expect(await interruptedBy()).toBeNull()
  // As it was stored before this was looked at.
  await city.owner.query(
    'update dispatch.deliveries set interrupted_by = $2 where dispatch_id = $1',
    [given?.dispatch, nobodys],
  )
  await report(fine.id, 'played', ['received', 'playing', 'played'])
  await city.owner.query(
    `create function public.refuse_airing() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
     create trigger refuse_airing before update on dispatch.airings for each row when (old.id = '${stuck.id}') execute function public.refuse_airing()`,
  )
  await expect(city.tick(at('17:10', 3))).rejects.toThrow('no room')
  await city.owner.query('drop trigger refuse_airing on dispatch.airings')
  expect((await stateOf(cut.id))?.state).not.toBe('sent')
  expect((await stateOf(cut.id))?.interruptedBy).toBeNull()
  expect((await stateOf(stuck.id))?.state).toBe('sent')
  expect((await stateOf(fine.id))?.state).toBe('aired')
})
