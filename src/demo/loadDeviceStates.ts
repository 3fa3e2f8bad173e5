import type { Loading } from './loadRegistry.ts'
import type { Random } from './random.ts'

type Device = { id: number; code: string; deviceClass: string; gateway: string | null }

const MINUTE_MS = 60_000
const LOST_GATEWAY = 'CONG-02'

/** What the demo's active devices told last: most are there, some are lost, among them all behind one gateway. */
export const loadDeviceStates = async (
  { client, now }: Pick<Loading, 'client' | 'now'>,
  random: Random,
): Promise<void> => {
  const { rows } = await client.query<Device>(
    `select id, code, device_class::text as "deviceClass", gateway from public.devices where lifecycle = 'active' order by id`,
  )
  const states = rows.map((device) => stateOf(device, random, now))
  await client.query(
    `insert into dispatch.device_states (device_id, seen_at, heartbeat_at, heartbeat, offset_ms, down_since)
     select * from unnest($1::int[], $2::timestamptz[], $2::timestamptz[], $3::jsonb[], $4::int[], $5::timestamptz[])`,
    [
      states.map((one) => one.id),
      states.map((one) => one.seenAt.toISOString()),
      states.map((one) => JSON.stringify(one.heartbeat)),
      states.map((one) => one.offsetMs),
      states.map((one) => one.downSince?.toISOString() ?? null),
    ],
  )
  const lost = states.filter((one) => one.downSince !== null)
  await client.query(
    `insert into dispatch.presence (device_id, at, is_up) select id, at, false from unnest($1::int[], $2::timestamptz[]) p(id, at)`,
    [lost.map((one) => one.id), lost.map((one) => one.downSince?.toISOString())],
  )
  // Of what the demo begins with nobody is written to.
  await client.query(
    `insert into dispatch.tellings (audience, at, upto, lost, found)
     select a, $1::timestamptz - interval '1 hour', $1::timestamptz, 0, 0
     from (select 'ops' as a union all select code from public.units) audiences`,
    [now.toISOString()],
  )
}

const stateOf = ({ id, deviceClass, gateway }: Device, random: Random, now: Date) => {
  const isLost = gateway === LOST_GATEWAY || random.chance(0.04)
  const seenAt = new Date(now.getTime() - (isLost ? random.whole(8, 900) * MINUTE_MS : 20_000))
  const isPlaying = deviceClass === 'ledBoard' || random.chance(0.15)
  return {
    id,
    seenAt,
    downSince: isLost ? seenAt : null,
    offsetMs: random.chance(0.04) ? random.whole(2500, 9000) : random.whole(-180, 180),
    heartbeat: {
      demo: isLost ? 'lost' : 'alive',
      playing: isPlaying
        ? random.pick(['Bản tin thời sự', 'Lịch tiêm chủng', 'Bản tin nông nghiệp'])
        : null,
      volume: random.whole(55, 90),
      storageFree: random.whole(200, 28_000) * 1_000_000,
      firmware: random.pick(['2.4.1', '2.4.1', '2.3.0']),
    },
  }
}
