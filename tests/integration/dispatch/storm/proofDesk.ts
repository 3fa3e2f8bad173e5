import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { markExercise } from '#domain/dispatch/storm/markExercise.ts'
import { proofFile } from '#domain/dispatch/proof/proofText.ts'
import { installationKey, publicKeyOf } from '#kit/signingKey.ts'
import { issueDispatch } from '#plugins/dispatch/issueDispatch.ts'
import { createReportDesk } from '#plugins/dispatch/reports/createReportDesk.ts'
import { makeProof } from '#plugins/dispatch/storm/proof/makeProof.ts'
import { releaseEmergency } from '#plugins/editorial-board/index.ts'
import type { Report } from '#src/examples/device/protocol.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { receipt, signedReport } from '#tests/support/deviceReport.ts'
import { deviceKey } from '#tests/support/dispatchHub.ts'
import { installDevice } from '#tests/support/installDevice.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'

const WARDS = ['10105', '10106'] as const

/** A city of two wards with three loudspeakers that sign and a radio station that does not, and what proofs are made of. */
export const openProofDesk = async () => {
  const booted = await bootPayload()
  const { payload, mediaDir } = booted
  const room = await openNewsroom(payload)
  const pool = new pg.Pool({ connectionString: booted.ownerUrl, max: 2 })
  const app = new pg.Pool({ connectionString: booted.appUrl, max: 4 })
  const units = await Promise.all(
    WARDS.map((code) =>
      payload.create({
        collection: 'units',
        data: { code, name: `Phường ${code}`, kind: 'ward' },
        overrideAccess: true,
        depth: 0,
      }),
    ),
  )
  const keys = new Map<string, ReturnType<typeof deviceKey>>()
  const install = async (code: string, more: Record<string, unknown>) => {
    const key = deviceKey()
    keys.set(code, key)
    const data = { code, name: code, deviceClass: 'loudspeakerCluster', ...more }
    await installDevice({ payload, pool, publicKey: key.publicKey, data })
  }
  const http = { channel: 'http', address: 'http://127.0.0.1:9/' }
  await install('LOA-0', { ...http, unit: units[0]?.id, alternate: { channel: 'pull' } })
  await install('LOA-1', { ...http, unit: units[0]?.id })
  await install('LOA-2', { ...http, unit: units[1]?.id })

  /** Releases an emergency and gives it to the devices of both wards, as the follower does. */
  const give = async (title: string, kind: 'alert' | 'exercise') => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const plain = { title, text: 'Gió mạnh cấp 9.', spokenText: 'Gió mạnh cấp chín.' }
    const said = kind === 'exercise' ? markExercise(plain) : plain
    const bulletin = await payload.create({
      collection: 'bulletins',
      data: {
        ...said,
        priority: 'emergency',
        messageKind: kind,
        expiresAt,
        site: room.site.id,
        areas: units.map(({ id }) => id),
      },
      draft: true,
      overrideAccess: true,
      depth: 0,
    })
    const { log, seq } = await releaseEmergency({
      req: await room.request(),
      collection: 'bulletins',
      id: bulletin.id,
      reasonCode: kind === 'exercise' ? 'exercise' : 'naturalDisaster',
      explanation: 'Bão đổ bộ.',
      now: new Date(),
    })
    const client = await pool.connect()
    try {
      const chain = `bulletin/${log}/${bulletin.id}`
      const id = await issueDispatch(client, {
        chain,
        cause: `release/${log}/${seq}`,
        kind,
        priority: 'emergency',
        release: { log, seq, docId: bulletin.id },
        content: { ...said, language: 'vi', topic: null, media: [] },
        issuer: room.site.code,
        issuedAt: new Date().toISOString(),
        effectiveAt: new Date().toISOString(),
        expiresAt,
        audience: { areas: [...WARDS], groups: [], devices: [] },
      })
      return { id: id ?? '', chain }
    } finally {
      client.release()
    }
  }

  const desk = createReportDesk(app)
  /** A device reports, signed. */
  const report = async (code: string, body: Partial<Report>) => {
    const key = keys.get(code)
    if (!key) throw new Error(`no key of ${code}`)
    await desk.take(signedReport({ code, privateKey: key.privateKey }, body))
  }
  /** The first device played after 8 seconds and proved it after 20, the second received after 5, the third nothing. */
  const play = async (id: string) => {
    const kinds = ['received', 'playing', 'played', 'proven'] as const
    await report('LOA-0', { receipts: kinds.map((kind) => receipt(id, kind)) })
    await report('LOA-1', { receipts: [receipt(id, 'received')] })
    const after = (seconds: number) => `d.effective_at + interval '${seconds} seconds'`
    const times = {
      'LOA-0': `accepted_at = ${after(1)}, received_at = ${after(2)}, playing_at = ${after(4)}, played_at = ${after(8)}, proven_at = ${after(20)}`,
      'LOA-1': `accepted_at = ${after(1)}, received_at = ${after(5)}`,
    }
    for (const [code, set] of Object.entries(times))
      await pool.query(
        `update dispatch.deliveries l set ${set} from dispatch.dispatches d
         where d.id = l.dispatch_id and d.id = $1 and l.device_code = $2`,
        [id, code],
      )
  }

  const file = path.join(mediaDir, '..', 'proof.json')
  const keyFile = path.join(mediaDir, '..', 'key.pem')
  const prove = async (chain: string) => {
    const proof = await makeProof({ req: await room.request(), chain, now: new Date() })
    await writeFile(file, proofFile(proof))
    const { publicKey } = await installationKey({
      signingKeyFile: undefined,
      dataDir: process.env.COLOA_DATA_DIR ?? '',
    })
    await writeFile(keyFile, publicKeyOf(publicKey).export({ type: 'spki', format: 'pem' }))
    return proof
  }
  return {
    room,
    pool,
    app,
    keys,
    install,
    units,
    give,
    report,
    play,
    prove,
    file,
    /** `npm run coloa -- verify-proof` of the proof made last. */
    verify: (...words: string[]) => coloa('verify-proof', file, '--keys', keyFile, ...words),
    folder: path.dirname(file),
    stop: async () => {
      await pool.end()
      await app.end()
      await booted.stop()
    },
  }
}

/** A city with what proofs are made of. */
export type ProofDesk = Awaited<ReturnType<typeof openProofDesk>>

/** Runs the verifier as a program of its own. */
export const coloa = async (...words: string[]) => {
  const run = promisify(execFile)(
    process.execPath,
    [path.resolve('src/verifier/main.ts'), ...words],
    { env: { ...process.env, NODE_NO_WARNINGS: '1' }, maxBuffer: 1e7 },
  )
  return run.then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  )
}
