import { readFile, writeFile } from 'node:fs/promises'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProofInstruction } from '#domain/dispatch/proof/proofBundle.ts'
import { verifyStory } from '#domain/dispatch/proof/verifyStory.ts'
import { readDrills, readDrillScores } from '#plugins/dispatch/storm/drills/readDrills.ts'
import { pushDeliveries } from '#plugins/dispatch/storm/wall/pushDeliveries.ts'
import { readWall } from '#plugins/dispatch/storm/wall/readWall.ts'
import { coloa, openProofDesk } from './proofDesk.ts'
import type { ProofDesk } from './proofDesk.ts'

let desk: ProofDesk
let pool: pg.Pool

beforeAll(async () => {
  desk = await openProofDesk()
  pool = desk.pool
})
afterAll(() => desk?.stop())

test('a proof holds who, when, which text and every device, is checked offline, and no byte of it can differ', async () => {
  const { id, chain } = await desk.give('Bão số 9', 'alert')
  await desk.play(id)
  const proof = await desk.prove(chain)
  expect(proof.bundle.instructions[0]).toMatchObject({
    kind: 'alert',
    decision: { decidedBy: 'Trưởng ban', reasonCode: 'naturalDisaster' },
    review: { reviewedAt: null },
  })
  expect(proof.bundle.deliveries.map(({ device, state }) => [device, state])).toEqual([
    ['LOA-0', 'proven'],
    ['LOA-1', 'received'],
    ['LOA-2', 'queued'],
  ])
  const good = await desk.verify()
  expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('as it was signed')])

  const { file } = desk
  const bytes = await readFile(file)
  for (let turn = 0; turn < 12; turn += 1) {
    const at = Math.floor((bytes.length * (turn + 0.5)) / 12)
    const changed = Buffer.from(bytes)
    changed[at] = changed[at] === 0x31 ? 0x32 : 0x31
    await writeFile(file, changed)
    expect((await desk.verify()).code, `byte ${at}`).toBe(1)
  }
  await writeFile(file, Buffer.concat([bytes, Buffer.from(' ')]))
  expect((await coloa('verify-proof', file)).code).toBe(1)
  await writeFile(file, bytes)
  const unchecked = await coloa('verify-proof', file)
  expect([unchecked.code, unchecked.stdout]).toEqual([
    3,
    expect.stringContaining('who signed was not checked'),
  ])
  expect(unchecked.stdout).not.toContain('everything is as it was signed')

  // What the owner of the database can change and have signed anew still has to fit together.
  const { bundle } = proof
  const retold = (change: (told: typeof bundle) => void): string[] => {
    const told = structuredClone(bundle)
    change(told)
    return verifyStory(told).map(({ code }) => code)
  }
  const first = (told: typeof bundle) => told.instructions[0] as ProofInstruction
  const earlier = (at: unknown, minutes: number) =>
    new Date(Date.parse(String(at)) - minutes * 60_000).toISOString()
  expect(retold(() => undefined)).toEqual([])
  const said = (from: string, to: string) => (told: typeof bundle) => {
    first(told).snapshot = first(told).snapshot.replace(from, to)
  }
  expect(retold(said('Gió mạnh cấp 9.', 'Trời đẹp.'))).toEqual(['not_as_released'])
  expect(retold(said('cấp chín', 'cấp một'))).toEqual(['not_as_released'])
  expect(retold(said('Bão số 9', 'Bão số 8'))).toEqual(['not_as_released'])
  expect(retold((told) => (first(told).createdAt = earlier(first(told).createdAt, 60)))).toEqual([
    'before_release',
  ])
  expect(
    retold((told) => {
      for (const receipt of told.deliveries[0]?.receipts ?? [])
        receipt.device_at = earlier(receipt.device_at, 30)
    }),
  ).toEqual(['before_instruction'])
  expect(
    retold((told) => {
      const { release, ...alert } = first(told)
      const later = release && { ...release, seq: release.seq + 1, body: null }
      const end = JSON.stringify({ ...(JSON.parse(alert.snapshot) as object), kind: 'cancel' })
      told.instructions.push(
        {
          ...alert,
          id: 'end',
          number: alert.number + 1,
          kind: 'cancel',
          snapshot: end,
          release: later,
        },
        { ...alert, id: 'again', number: alert.number + 2, release },
      )
    }),
  ).toEqual(['given_after_end'])
})

test('the wall names the rung: handed over is not received, and failures come first', async () => {
  const { id } = await desk.give('Lũ', 'alert')
  await desk.play(id)
  await pool.query(
    `update dispatch.deliveries set state = 'dead', attempts = 11, last_error = 'answered 503'
     where dispatch_id = $1 and device_code = 'LOA-2'`,
    [id],
  )
  const asked = { dispatchId: id, unit: null, effectiveAt: new Date() }
  const wall = await readWall(pool, asked)
  expect(wall.total).toMatchObject({
    targets: 3,
    handed: 2,
    received: 2,
    playing: 1,
    played: 1,
    proven: 1,
    provenAtOnce: 1,
    failed: 1,
  })
  expect(wall.communes.map(({ unit, failed }) => [unit, failed])).toEqual([
    ['10106', 1],
    ['10105', 0],
  ])
  expect(wall.trouble).toMatchObject([{ code: 'LOA-2', lastError: 'answered 503' }])
  const own = await readWall(pool, { ...asked, unit: '10105' })
  expect(own.total.targets).toBe(2)
  expect(own.trouble).toEqual([])
})

test('what did not arrive is sent again at once, or by the alternate channel; what arrived is left alone', async () => {
  const { id } = await desk.give('Cháy', 'alert')
  await pool.query(
    `update dispatch.deliveries set state = 'dead' where dispatch_id = $1 and device_code in ('LOA-0', 'LOA-2')`,
    [id],
  )
  await pool.query(
    `update dispatch.deliveries set state = 'played', received_at = now(), played_at = now()
     where dispatch_id = $1 and device_code = 'LOA-1'`,
    [id],
  )
  const by = (await desk.room.request()).user?.id ?? 0
  const pushed = { pool, dispatchId: id, unit: null, by }
  expect(await pushDeliveries({ ...pushed, act: 'reroute' })).toBe(1)
  expect(await pushDeliveries({ ...pushed, act: 'retry' })).toBe(2)
  const { rows } = await pool.query<{ code: string; state: string; channel: string }>(
    'select device_code as code, state, channel from dispatch.deliveries where dispatch_id = $1 order by 1',
    [id],
  )
  expect(rows).toEqual([
    { code: 'LOA-0', state: 'queued', channel: 'pull' },
    { code: 'LOA-1', state: 'played', channel: 'http' },
    { code: 'LOA-2', state: 'queued', channel: 'http' },
  ])
  await expect(pushDeliveries({ ...pushed, act: 'reroute' })).rejects.toMatchObject({
    code: 'no_alternate',
  })
})

test('an exercise is scored by commune, those that delivered nothing on top', async () => {
  const { id } = await desk.give('DIỄN TẬP', 'exercise')
  await desk.play(id)
  const scores = await readDrillScores(pool, { dispatchId: id, unit: null })
  expect(scores).toMatchObject([
    { unit: '10106', devices: 1, received: 0, played: 0, playedAfter: null },
    { unit: '10105', devices: 2, received: 1, played: 0.5, proven: 0.5, receivedAfter: 3.5 },
  ])
  const [drill] = await readDrills(pool, { unit: null, logs: [], months: 12, now: new Date() })
  expect(drill).toMatchObject({ id, total: { devices: 3, playedAfter: 8 } })
})
