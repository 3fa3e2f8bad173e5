import pg from 'pg'

/** A simulated device as it is entered. */
export type SimulatedDevice = {
  code: string
  /** Code of its commune. */
  area: string
  channel: 'http' | 'mqtt'
  address: string | null
  publicKey: string
}

/** A fleet in the registry. */
export type Registered = {
  /** How many deliveries since the beginning these devices should have said something of, and have not. */
  lost: (codes: readonly string[]) => Promise<number>
  suspend: () => Promise<void>
}

/**
 * Enters simulated devices in their communes, with evidence that says what they are, and takes them out of service again.
 *
 * @param options.databaseUrl of the owner
 * @throws when there is no such commune
 */
export const registerFleet = async (options: {
  databaseUrl: string
  devices: readonly SimulatedDevice[]
}): Promise<Registered> => {
  const { devices } = options
  const client = new pg.Client({ connectionString: options.databaseUrl })
  await client.connect()
  const codes = devices.map((one) => one.code)
  const areas = [...new Set(devices.map((one) => one.area))]
  const { rows } = await client.query<{ code: string }>(
    'select code from unnest($1::text[]) code where code not in (select code from public.units)',
    [areas],
  )
  if (rows[0]) throw new Error(`There is no commune ${rows[0].code}.`)
  const begun = await client.query<{ at: Date }>('select clock_timestamp() as at')
  await client.query('begin')
  await client.query(
    `insert into public.devices (code, name, device_class, unit_id, channel, address)
     select d.code, 'Mô phỏng ' || d.code, 'loudspeakerCluster', u.id, d.channel::public.enum_devices_channel, d.address
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as d (code, channel, address, area)
       join public.units u on u.code = d.area
     on conflict (code) do update set channel = excluded.channel, address = excluded.address, unit_id = excluded.unit_id,
       lifecycle = 'suspended'`,
    [
      codes,
      devices.map((one) => one.channel),
      devices.map((one) => one.address),
      devices.map((one) => one.area),
    ],
  )
  for (const statement of EVIDENCE) await client.query(statement, [codes])
  await client.query(
    `insert into dispatch.device_keys (device_id, public_key)
     select d.id, k.key from unnest($1::text[], $2::text[]) as k (code, key) join public.devices d on d.code = k.code
     on conflict (public_key) do nothing`,
    [codes, devices.map((one) => one.publicKey)],
  )
  await client.query(
    `update public.devices set lifecycle = 'active' where code = any($1::text[])`,
    [codes],
  )
  await client.query('commit')
  return {
    lost: async (wanted) => {
      const found = await client.query<{ n: number }>(
        `select count(*)::int as n from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
         where d.created_at >= $2 and l.device_code = any($1::text[]) and l.state in ('queued', 'accepted', 'dead')`,
        [wanted, begun.rows[0]?.at],
      )
      return found.rows[0]?.n ?? 0
    },
    suspend: async () => {
      await client.query(
        `update public.devices set lifecycle = 'suspended' where code = any($1::text[])`,
        [codes],
      )
      await client.end()
    },
  }
}

const EVIDENCE = [
  `insert into dispatch.connection_tests (device_id, fingerprint, ended_at, outcome, note)
   select id, dispatch.fingerprint_of(id), clock_timestamp(), 'passed', 'simulated' from public.devices where code = any($1::text[])`,
  `insert into dispatch.security_checks (device_id, fingerprint, outcome, checked_on, document)
   select id, dispatch.fingerprint_of(id), 'passed', current_date, 'simulated' from public.devices where code = any($1::text[])`,
]
