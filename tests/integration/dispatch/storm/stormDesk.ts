import { buildIfStale } from '../../../../src/start/buildIfStale.mjs'
import { beginSecondFactor, confirmSecondFactor } from '#kit/secondFactor/enrolSecondFactor.ts'
import { totpOf } from '#kit/secondFactor/totpOf.ts'
import { appoint } from '#tests/support/appoint.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { installDevice } from '#tests/support/installDevice.ts'
import { openNewsroom, password } from '#tests/support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'
import { startApp } from '#tests/support/startApp.ts'
import type { TestApp } from '#tests/support/startApp.ts'

type BoardRole = 'head' | 'deputy' | 'member' | 'editor'

/** A person at the desk: a session, and the codes of her phone. */
export type Officer = {
  id: number
  token: string
  /** Each may be shown once. */
  recoveryCodes: string[]
  codeNow: () => string
}

export type Answer = {
  status: number
  code: string | undefined
  body: Record<string, unknown>
}

/**
 * A city with two web processes, a ward with devices, and people who may or may not issue emergencies.
 */
export const openStormDesk = async () => {
  await buildIfStale({ isAdminWanted: false })
  const booted = await bootPayload()
  const { payload } = booted
  const room = await openNewsroom(payload)
  const dataDir = process.env.COLOA_DATA_DIR ?? ''
  const env = {
    DATABASE_URL: booted.appUrl,
    MEDIA_DIR: booted.mediaDir,
    COLOA_DATA_DIR: dataDir,
  }
  const webs = await Promise.all([startApp({ role: 'web', env }), startApp({ role: 'web', env })])
  const pool = openPool(booted.ownerUrl)
  /** A ward with loudspeakers nobody answers at. */
  const ward = async (code: string, name: string, loudspeakers: readonly string[]) => {
    const entered = await payload.create({
      collection: 'units',
      data: { code, name, kind: 'ward' },
      overrideAccess: true,
      depth: 0,
    })
    for (const one of loudspeakers)
      await installDevice({
        payload,
        pool,
        data: {
          code: one,
          name: `Cụm loa ${one}`,
          deviceClass: 'loudspeakerCluster',
          unit: entered.id,
          channel: 'http',
          address: 'http://127.0.0.1:9/',
        },
      })
    return entered
  }
  const unit = await ward('10105', 'Phường Thử', ['LOA-01', 'LOA-02'])

  /** Enters a person; with a second factor unless told otherwise. */
  const officer = async (
    name: string,
    more: { board?: BoardRole; roles?: string[]; hasFactor?: boolean; unit?: number } = {},
  ): Promise<Officer> => {
    const email = `${name}@coloa.example`
    const user = await payload.create({
      collection: 'users',
      data: {
        email,
        password,
        fullName: name,
        isActive: true,
        roles: more.roles ?? [],
        unit: more.unit,
      } as never, // roles are checked by the collection
      overrideAccess: true,
      depth: 0,
    })
    if (more.board) await appoint({ board: room.site.code, person: user.id, role: more.board })
    const holder = { pool, secret: 'a secret of the tests', person: user.id }
    let secret = ''
    let recoveryCodes: string[] = []
    if (more.hasFactor !== false) {
      secret = (await beginSecondFactor({ ...holder, account: email })).secret
      const before = new Date(Date.now() - 30_000)
      const code = totpOf(secret).codeAt(before)
      recoveryCodes = (await confirmSecondFactor({ ...holder, code, now: new Date() }))
        .recoveryCodes
    }
    const login = await fetch(`${webs[0].url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    const { token } = (await login.json()) as { token: string }
    return {
      id: user.id,
      token,
      recoveryCodes,
      codeNow: () => totpOf(secret).codeAt(new Date()),
    }
  }

  const workers: TestApp[] = []
  const startWorker = async () => {
    workers.push(await startApp({ role: 'worker', env }))
  }

  /** Calls an endpoint on either web process. */
  const call = async (
    who: { token: string },
    path: string,
    body?: unknown,
    process: 0 | 1 = 0,
  ): Promise<Answer> => {
    const answer = await fetch(`${webs[process].url}/api/dispatch${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', authorization: `JWT ${who.token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const content = (await answer.json()) as Record<string, unknown> & {
      errors?: { code: string }[]
    }
    return { status: answer.status, code: content.errors?.[0]?.code, body: content }
  }

  const emergency = (more: Record<string, unknown> = {}) => ({
    key: crypto.randomUUID(),
    site: room.site.id,
    reasonCode: 'naturalDisaster',
    explanation: 'Bão đổ bộ sớm hơn dự báo.',
    title: 'Bão số 9',
    text: 'Gió mạnh cấp 9. Người dân ở trong nhà.',
    spokenText: '',
    areas: [unit.code],
    groups: [],
    expiresAt: new Date(Date.now() + 6 * 3_600_000).toISOString(),
    isExercise: false,
    isOverride: false,
    overrideReason: '',
    ...more,
  })

  const count = async (query: string, values: unknown[] = []): Promise<number> => {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from ${query}`,
      values,
    )
    return rows[0]?.n ?? 0
  }

  return {
    ward,
    payload,
    room,
    unit,
    pool,
    webs,
    officer,
    call,
    startWorker,
    emergency,
    count,
    stop: async () => {
      for (const one of [...workers, ...webs]) await one.stop()
      await pool.end()
      await booted.stop()
    },
  }
}
