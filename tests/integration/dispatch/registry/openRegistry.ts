import { handleEndpoints } from 'payload'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { openPool } from '#tests/support/openPool.ts'
import { password } from '#tests/support/newsroom.ts'

/** What an endpoint answered. */
export type Answered = {
  status: number
  body: Record<string, unknown> & {
    errors?: { code?: string; message?: string; data?: { code?: string } }[]
  }
}

/** A city with two communes, an operator, a person of each commune, and a way to call the API as one of them. */
export const openRegistry = async (environment: Record<string, string> = {}) => {
  const booted = await bootPayload(environment)
  const { payload } = booted
  const { default: config } = await import('#payload-config')
  const pool = openPool(booted.ownerUrl)
  const unitOf = async (code: string, name: string) =>
    (
      await payload.create({
        collection: 'units',
        data: { code, name, kind: 'ward' },
        overrideAccess: true,
        depth: 0,
      })
    ).id
  const units = {
    ours: await unitOf('00004', 'Phường Ba Đình'),
    theirs: await unitOf('00008', 'Phường Ngọc Hà'),
  }
  const people: Record<string, string> = {}
  const person = async (name: string, role: string, unit: number) => {
    const email = `${name}@coloa.example`
    await payload.create({
      collection: 'users',
      data: { email, password, fullName: name, isActive: true, roles: [role], unit } as never, // a role of the list
      overrideAccess: true,
      depth: 0,
    })
    const { token } = await payload.login({ collection: 'users', data: { email, password } })
    people[name] = token ?? ''
  }
  await person('quan-tri', 'systemAdmin', units.ours) // the first account is an administrator anyway
  await person('van-hanh', 'operator', units.ours)
  await person('phuong', 'communeOperator', units.ours)
  await person('kiem-toan', 'auditor', units.ours)

  let number = 0
  const device = async (more: Record<string, unknown> = {}) => {
    number += 1
    const code = `LOA-${String(number).padStart(3, '0')}`
    const made = await payload.create({
      collection: 'devices',
      data: {
        code,
        name: `Cụm loa ${code}`,
        deviceClass: 'loudspeakerCluster',
        unit: units.ours,
        channel: 'mqtt',
        ...more,
      } as never, // each test gives what it is about
      overrideAccess: true,
      depth: 0,
    })
    return { id: made.id, code: made.code }
  }

  const send = async (
    who: string,
    method: string,
    path: string,
    body?: unknown,
    language = 'vi',
  ): Promise<Response> =>
    handleEndpoints({
      config,
      request: new Request(`http://localhost/api${path}`, {
        method,
        headers: {
          authorization: `JWT ${people[who] ?? ''}`,
          'accept-language': language,
          ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined
          ? {}
          : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      }),
    })
  const call = async (
    who: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answered> => {
    const answer = await send(who, method, path, body)
    return { status: answer.status, body: (await answer.json()) as Answered['body'] }
  }
  const lifecycleOf = async (id: number): Promise<string> => {
    const { rows } = await pool.query<{ lifecycle: string }>(
      'select lifecycle::text from public.devices where id = $1',
      [id],
    )
    return rows[0]?.lifecycle ?? ''
  }
  /** Records a passed test, as the suite does, without a device. */
  const passTest = (id: number) =>
    pool.query(
      `insert into dispatch.connection_tests (device_id, fingerprint, ended_at, outcome) values ($1, dispatch.fingerprint_of($1), clock_timestamp(), 'passed')`,
      [id],
    )
  return {
    ...booted,
    pool,
    units,
    person,
    device,
    send,
    call,
    lifecycleOf,
    passTest,
    stop: async () => {
      await pool.end()
      await booted.stop()
    },
  }
}
