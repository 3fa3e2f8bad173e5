import { sign } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepStationWord } from '#plugins/dispatch/drivers/icecast/keepStationWord.ts'
import { receipt } from '#tests/support/deviceReport.ts'
import { deviceKey } from '#tests/support/dispatchHub.ts'
import { openProofDesk } from './proofDesk.ts'
import type { ProofDesk } from './proofDesk.ts'

let desk: ProofDesk

beforeAll(async () => {
  desk = await openProofDesk()
  await desk.install('DAI', {
    deviceClass: 'radioStation',
    unit: desk.units[0]?.id,
    channel: 'icecast',
    address: 'liquidsoap://127.0.0.1:9',
  })
})
afterAll(() => desk?.stop())

const countReports = async (): Promise<number> => {
  const { rows } = await desk.pool.query<{ n: number }>(
    'select count(*)::int as n from dispatch.reports',
  )
  return rows[0]?.n ?? 0
}

const deviceId = async (code: string): Promise<number> => {
  const { rows } = await desk.pool.query<{ id: number }>(
    'select id from public.devices where code = $1',
    [code],
  )
  return rows[0]?.id ?? 0
}

/** As the role of the application: a receipt of a delivery, in the report of that number. */
const forgeReceipt = async (dispatch: string, code: string, report: string | null = null) => {
  await desk.app.query(
    `insert into dispatch.receipts (delivery_id, kind, event_id, device_at, report_id)
     select id, 'played', 'played-1', now(), $3::bigint from dispatch.deliveries where dispatch_id = $1 and device_code = $2`,
    [dispatch, code, report],
  )
  await desk.app.query(
    `update dispatch.deliveries set state = 'played' where dispatch_id = $1 and device_code = $2`,
    [dispatch, code],
  )
}

/** As the role of the application: a report that says a dispatch was played, signed by whichever key. */
const forgeReport = async (
  dispatch: string,
  code: string,
  key: ReturnType<typeof deviceKey>,
  claimed = key.publicKey,
): Promise<string> => {
  const body = JSON.stringify({ v: 1, receipts: [receipt(dispatch, 'played')] })
  const signed = `x.${Math.floor(Date.now() / 1000)}.${body}`
  const { rows } = await desk.app.query<{ id: string }>(
    `insert into dispatch.reports (device_id, signed, signature, key) values ($1, $2, $3, $4) returning id`,
    [
      await deviceId(code),
      signed,
      sign(null, Buffer.from(signed), key.privateKey),
      Buffer.from(claimed, 'base64'),
    ],
  )
  return rows[0]?.id ?? ''
}

const keyOf = (code: string) => desk.keys.get(code) ?? deviceKey()

test('a proof tells which receipts the devices signed, and which rest on the word of the hub', async () => {
  const { id, chain } = await desk.give('Bão số 9', 'alert')
  const { report } = desk
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString()
  await report('LOA-0', {
    receipts: [
      receipt(id, 'received', { at: anHourAgo }),
      receipt(id, 'playing', { at: inAnHour }),
      receipt(id, 'played', { seconds: 12.3456 }),
      receipt(id, 'proven', { detail: 'micro', proof: { dB: 71.5, isHeard: true } }),
    ],
  })
  const heartbeat = { playing: null, volume: 80, storageFree: 1, firmware: '1', offsetMs: 0 }
  const recent = [{ dispatch: id, rung: 5 }]
  await report('LOA-1', { heartbeat: { ...heartbeat, recent } })
  await keepStationWord(desk.app, await deviceId('DAI'), {
    dispatchId: id,
    kind: 'playing',
    at: new Date(),
  })
  const before = await countReports()
  // What brings nothing new is not kept: neither a heartbeat, nor a device that repeats itself.
  await report('LOA-1', { heartbeat: { ...heartbeat, recent } })
  await report('LOA-0', { receipts: [receipt(id, 'received', { at: anHourAgo })] })
  expect(await countReports()).toBe(before)

  const proof = await desk.prove(chain)
  expect(proof.bundle.reports).toHaveLength(2)
  expect(proof.bundle.signingChannels).not.toContain('icecast')
  const { code, stdout } = await desk.verify('--receipts')
  expect([code, stdout]).toEqual([0, expect.stringContaining('Receipts: 6; 5 signed')])
  expect(stdout).toContain("By the hub's word, channel icecast: 1 receipts")
  expect(stdout).toMatch(/LOA-0 proven [^\n]*: signed by the device\n/)
  expect(stdout).toMatch(/LOA-1 played [^\n]*: signed by the device\n/)
  expect(stdout).toMatch(/DAI playing [^\n]*: by the hub's word\n/)
  const { stdout: vi } = await desk.verify('--vi')
  expect(vi).toContain('5 do chính thiết bị ký, 1 chỉ theo lời hệ thống')
})

test('a receipt the application forges in the database is exposed, with whatever report beside it', async () => {
  const { id, chain } = await desk.give('Lũ quét', 'alert')
  await desk.report('LOA-0', { receipts: [receipt(id, 'received')] })
  await desk.prove(chain)
  expect((await desk.verify()).code).toBe(0)

  await forgeReceipt(id, 'LOA-1')
  await forgeReceipt(id, 'LOA-2', await forgeReport(id, 'LOA-2', deviceKey()))
  await forgeReceipt(
    id,
    'LOA-0',
    await forgeReport(id, 'LOA-0', deviceKey(), keyOf('LOA-0').publicKey),
  )
  await desk.prove(chain)
  const { code, stdout } = await desk.verify()
  expect(code).toBe(1)
  expect(stdout).toMatch(/LOA-1 played [^\n]*stands in no report the device signed/)
  expect(stdout).toMatch(/LOA-2 played [^\n]*stands in no report the device signed/)
  expect(stdout).toMatch(/LOA-2 [^\n]*a key that was not this device’s/)
  expect(stdout).toMatch(/LOA-0 [^\n]*the signature on a report is not that of the device/)
  expect(stdout).toContain('played: 0 signed, 3 by the hub')
})

test('a report of another device, another word for what was signed and a state out of nothing are exposed', async () => {
  const { id, chain } = await desk.give('Sạt lở', 'alert')
  await forgeReceipt(id, 'LOA-2', await forgeReport(id, 'LOA-2', keyOf('LOA-1')))
  await desk.report('LOA-0', { receipts: [receipt(id, 'received', { eventId: 'e' })] })
  const other = await desk.give('Mưa đá', 'alert')
  await desk.report('LOA-1', { receipts: [receipt(other.id, 'played')] })
  await desk.app.query(
    `update dispatch.deliveries set state = 'proven' where dispatch_id = $1 and device_code = 'LOA-1'`,
    [id],
  )
  await desk.prove(chain)
  const { code, stdout } = await desk.verify()
  expect(code).toBe(1)
  expect(stdout).toMatch(/LOA-2 [^\n]*a key that was not this device’s/)
  expect(stdout).toContain('LOA-1 proven: a state has no receipt to rest on')

  // The owner of the database alone can rewrite what is kept; the signature does not follow.
  await desk.pool.query('alter table dispatch.receipts disable trigger append_only')
  await desk.pool.query(
    `update dispatch.receipts r set detail = 'khác' from dispatch.deliveries l where l.id = r.delivery_id and l.dispatch_id = $1`,
    [other.id],
  )
  await desk.pool.query('alter table dispatch.receipts enable always trigger append_only')
  await desk.prove(other.chain)
  expect((await desk.verify()).stdout).toMatch(/LOA-1 played [^\n]*not stored as the device signed/)
})

test('a key the application enters for itself does not stand against the papers of the installation', async () => {
  const { id, chain } = await desk.give('Vỡ đê', 'alert')
  await desk.report('LOA-0', { receipts: [receipt(id, 'received')] })
  const papers = path.join(desk.folder, 'keys.txt')
  const lines = [...desk.keys].map(([code, { publicKey }]) => `${code} ${publicKey}`)
  await writeFile(papers, `# from the installation\n${lines.join('\n')}\n`)
  await desk.prove(chain)
  expect((await desk.verify('--device-keys', papers)).code).toBe(0)
  const own = deviceKey()
  const keyed = [await deviceId('LOA-1'), own.publicKey]
  await desk.app.query(
    'insert into dispatch.device_keys (device_id, public_key) values ($1, $2)',
    keyed,
  )
  await forgeReceipt(id, 'LOA-1', await forgeReport(id, 'LOA-1', own))
  await desk.prove(chain)
  expect((await desk.verify()).stdout).toContain('--device-keys')
  const { code, stdout } = await desk.verify('--device-keys', papers)
  expect(code).toBe(1)
  expect(stdout).toMatch(/LOA-1 [^\n]*not among the device keys given/)
})

test('a key that had ended proves nothing, and nobody writes a time into what is kept', async () => {
  const { id, chain } = await desk.give('Triều cường', 'alert')
  await desk.pool.query(
    `update dispatch.device_keys set revoked_at = now() - interval '1 hour' where public_key = $1`,
    [keyOf('LOA-2').publicKey],
  )
  await forgeReceipt(id, 'LOA-2', await forgeReport(id, 'LOA-2', keyOf('LOA-2')))
  await desk.prove(chain)
  expect((await desk.verify()).stdout).toMatch(/LOA-2 [^\n]*a key that was not this device’s/)

  const denied = 'permission denied'
  const asApp = (statement: string) => desk.app.query(statement)
  await expect(asApp(`update dispatch.reports set signed = 'x'`)).rejects.toThrow(denied)
  await expect(asApp('delete from dispatch.reports')).rejects.toThrow(denied)
  await expect(asApp('insert into dispatch.reports (received_at) values (now())')).rejects.toThrow(
    denied,
  )
  await expect(asApp('insert into dispatch.receipts (stored_at) values (now())')).rejects.toThrow(
    denied,
  )
  await expect(asApp('insert into dispatch.device_keys (made_at) values (now())')).rejects.toThrow(
    denied,
  )
  // As long as its dispatches: for good.
  for (const table of ['reports', 'dispatches', 'receipts'])
    await expect(desk.pool.query(`delete from dispatch.${table}`)).rejects.toThrow('append_only')
  await expect(desk.pool.query('truncate dispatch.reports')).rejects.toThrow('append_only')
})
