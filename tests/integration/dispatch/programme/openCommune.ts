import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import { createDispatch } from '#plugins/dispatch/createDispatch.ts'
import { programmeTick } from '#plugins/dispatch/programme/programmeTick.ts'
import { follow } from '#plugins/release-log/index.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { installDevice } from '#tests/support/installDevice.ts'
import { openNewsroom, password } from '#tests/support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'

export type AiringRow = {
  id: string
  title: string
  unit: string
  medium: 'radio' | 'board'
  startsAt: string
  seconds: number
  state: string
  version: number
  requeuedAs: string | null
  interruptedBy: string | null
}

/**
 * A city with two wards that have a loudspeaker and a board each, and a third without devices; two pools that work as two
 * worker processes do, at the same moment.
 */
export const openCommune = async (environment: Record<string, string> = {}) => {
  const booted = await bootPayload(environment)
  const { payload } = booted
  const room = await openNewsroom(payload)
  const pools = [openPool(booted.appUrl), openPool(booted.appUrl)] as const
  const owner = openPool(booted.ownerUrl)
  const unitOf = (code: string, kind: 'city' | 'ward') =>
    payload.create({
      collection: 'units',
      data: { code, name: `Đơn vị ${code}`, kind },
      overrideAccess: true,
      depth: 0,
    })
  const city = await unitOf('01', 'city')
  const [first, second, bare] = [
    await unitOf('00001', 'ward'),
    await unitOf('00002', 'ward'),
    await unitOf('00003', 'ward'),
  ]
  for (const unit of [first, second])
    for (const [sign, deviceClass] of [
      ['loa', 'loudspeakerCluster'],
      ['led', 'ledBoard'],
    ] as const)
      await installDevice({
        payload,
        pool: owner,
        data: {
          code: `${sign}-${unit.code}`,
          name: `${sign} ${unit.code}`,
          deviceClass,
          unit: unit.id,
          channel: 'mqtt',
        },
      })

  const person = async (name: string, roles: string[], unit: number): Promise<PayloadRequest> => {
    const user = await payload.create({
      collection: 'users',
      data: {
        email: `${name}@coloa.example`,
        password,
        fullName: name,
        isActive: true,
        roles: roles as never, // each test gives what it is about
        unit,
      },
      overrideAccess: true,
      depth: 0,
    })
    return createLocalReq({ user: { ...user, collection: 'users' } as never }, payload) // as a session gives it
  }
  const clerk = await person('thu-ky', ['communeOperator'], first.id)
  const chair = await person('chu-tich', ['communeChair'], first.id)
  const neighbour = await person('lang-gieng', ['communeOperator'], second.id)
  const operator = await person('van-hanh', ['operator'], city.id)

  const bulletin = async (title: string, more: Record<string, unknown> = {}) => {
    const made = await payload.create({
      collection: 'bulletins',
      data: {
        title,
        text: 'Tạm ngừng cấp nước để thay đoạn ống cũ. Đề nghị các hộ trữ nước.',
        priority: 'normal',
        messageKind: 'alert',
        site: room.site.id,
        areas: [first.id],
        ...more,
      } as never, // each test gives what it is about
      draft: true,
      overrideAccess: true,
      depth: 0,
    })
    return made.id
  }

  /** Two workers follow the log at the same moment. */
  const followAll = async (now: Date = new Date(), logs: readonly string[] = [room.site.code]) => {
    await Promise.all(
      pools.flatMap((pool) =>
        logs.map((log) =>
          follow({
            pool,
            follower: 'dispatch',
            log,
            handle: async (client, releases) => {
              for (const one of releases)
                if (one.collection === 'bulletins') await createDispatch(client, one, now)
            },
          }),
        ),
      ),
    )
  }

  const airings = async (where = 'true', values: unknown[] = []): Promise<AiringRow[]> => {
    const { rows } = await owner.query<AiringRow>(
      `select a.id, o.title, a.unit_code as unit, a.medium, to_char(a.starts_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as "startsAt",
         a.seconds, a.state, a.version, a.requeued_as as "requeuedAs", a.interrupted_by as "interruptedBy"
       from dispatch.airings a join dispatch.offers o on o.id = a.offer_id where ${where} order by a.starts_at, a.medium, o.title`,
      values,
    )
    return rows
  }

  const offer = async (docId: number, unit = '00001') => {
    const { rows } = await owner.query<{
      id: string
      version: number
      state: string
      title: string
      isOwn: boolean
      seconds: number
    }>(
      `select id, version, state, title, is_own as "isOwn", seconds from dispatch.offers where doc_id = $1 and unit_code = $2`,
      [docId, unit],
    )
    const [found] = rows
    if (!found) throw new Error(`no offer of ${docId} for ${unit}`)
    return found
  }

  return {
    payload,
    room,
    booted,
    pools,
    owner,
    units: { city, first, second, bare },
    people: { clerk, chair, neighbour, operator },
    bulletin,
    followAll,
    airings,
    offer,
    /** Both workers tick at the same moment. */
    tick: (now: Date) => Promise.all(pools.map((pool) => programmeTick(pool, now))),
    /** Puts a bulletin out and before the communes. */
    offered: async (title: string, more: Record<string, unknown> = {}, now = new Date()) => {
      const id = await bulletin(title, more)
      await room.publish('bulletins', id)
      await followAll(now)
      return id
    },
    /** Dispatches of an airing's chain: `kind version`. */
    given: async (airingId: string): Promise<string[]> => {
      const { rows } = await owner.query<{ given: string }>(
        `select kind || ' ' || split_part(cause, '/', 3) as given from dispatch.dispatches where chain = 'airing/' || $1 order by number`,
        [airingId],
      )
      return rows.map((one) => one.given)
    },
    mails: async (): Promise<{ subject: string; recipients: string[] }[]> => {
      const { rows } = await owner.query<{ subject: string; recipients: string[] }>(
        'select subject, recipients from web.mails order by key',
      )
      return rows
    },
    stop: async () => {
      for (const pool of [...pools, owner]) await pool.end()
      await booted.stop()
    },
  }
}

/** An instant of the day after tomorrow in the city: `at('06:30')`. */
export const at = (time: string, days = 2): Date => {
  const day = new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
  return new Date(`${day}T${time}:00+07:00`)
}

/** The same as airings show it; a beginning of it, such as `06:4`, too. */
export const shown = (time: string, days = 2): string =>
  `${new Date(at('00:00', days).getTime() + 7 * 3_600_000).toISOString().slice(0, 10)} ${time}`
