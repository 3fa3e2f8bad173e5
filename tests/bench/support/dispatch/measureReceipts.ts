import { generateKeyPairSync } from 'node:crypto'
import { createReportDesk } from '#plugins/dispatch/reports/createReportDesk.ts'
import { signReport } from '#src/examples/device/signReport.ts'
import { rawPublicKey } from '#kit/signingKey.ts'
import { report } from '../report.ts'
import type { BenchHub } from './openBenchHub.ts'

const DEVICES = 5000
const KINDS = ['received', 'playing', 'played'] as const

/** What 5,000 devices say of an emergency: verified and stored, beside storing the same rows without a question asked. */
export const measureReceipts = async (hub: BenchHub): Promise<void> => {
  const codes = await hub.install('q', DEVICES, () => 'http://127.0.0.1:9/')
  const keys = codes.map(() => generateKeyPairSync('ed25519'))
  await hub.pool.query(
    `insert into dispatch.device_keys (device_id, public_key)
     select d.id, k.key from unnest($1::text[], $2::text[]) as k (code, key) join public.devices d on d.code = k.code`,
    [codes, keys.map((one) => rawPublicKey(one.publicKey))],
  )
  const dispatch = await hub.give('normal', { devices: codes })
  const envelopes = codes.map((code, n) => {
    const privateKey = keys[n]?.privateKey
    if (!privateKey) throw new Error('no key')
    const now = new Date()
    const receipts = KINDS.map((kind, k) => {
      return { dispatch, kind, eventId: `${kind}-${k}`, at: now.toISOString() }
    })
    return signReport({ code, privateKey }, { v: 1, receipts }, now)
  })
  const desk = createReportDesk(hub.pool)
  const begun = performance.now()
  await Promise.all(envelopes.map((one) => desk.take(one)))
  const ours = (DEVICES * KINDS.length) / ((performance.now() - begun) / 1000)
  const bare = await storeBare(hub, dispatch)
  report({
    bench: 'dispatch',
    metric: 'receipts',
    value: ours,
    unit: 'receipts/s',
    reference: `bare insert in batches of 300: ${Math.round(bare)}/s`,
    ratio: ours / bare,
  })
  await hub.retire('q')
}

const storeBare = async (hub: BenchHub, dispatch: string): Promise<number> => {
  const { rows } = await hub.pool.query<{ id: string }>(
    'select id from dispatch.deliveries where dispatch_id = $1',
    [dispatch],
  )
  const begun = performance.now()
  for (let n = 0; n < rows.length; n += 300) {
    await hub.pool.query(
      `insert into dispatch.receipts (delivery_id, kind, event_id, device_at)
       select id, kind, 'bare', now() from unnest($1::uuid[]) id, unnest($2::text[]) kind`,
      [rows.slice(n, n + 300).map((one) => one.id), KINDS],
    )
  }
  return (rows.length * KINDS.length) / ((performance.now() - begun) / 1000)
}
