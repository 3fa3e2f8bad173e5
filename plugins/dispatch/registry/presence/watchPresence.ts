import type { PoolClient } from 'pg'
import type { RegistrySettings } from '../registryOptions.ts'

/** What the watch found. */
export type Watched = { lost: number; found: number }

/**
 * Notes which active devices went away and which came back. What a test or a suspension makes silent is not watched, nor a
 * channel on which devices say nothing.
 *
 * @param client in a transaction that holds the watch's lock
 */
export const watchPresence = async (
  client: PoolClient,
  options: { settings: RegistrySettings; now: Date },
): Promise<Watched> => {
  const limits = Object.entries(options.settings.presence).map(([name, terms]) => [
    name,
    2 * terms.intervalSeconds + terms.graceSeconds,
  ])
  const values = [
    options.now.toISOString(),
    limits.map(([name]) => name),
    limits.map(([, seconds]) => seconds),
    await watchingSince(client, options.now),
  ]
  const { rowCount: found } = await client.query(BACK, values)
  const { rowCount: lost } = await client.query(AWAY, values)
  return { lost: lost ?? 0, found: found ?? 0 }
}

/** A city that did not listen for a while cannot say that a device was silent: its silence counts from then on. */
const watchingSince = async (client: PoolClient, now: Date): Promise<string> => {
  const { rows } = await client.query<{ since: Date }>(
    `insert into dispatch.watches as w (name, at, since) values ('presence', $1, $1)
     on conflict (name) do update set at = excluded.at,
       since = case when excluded.at - w.at > interval '3 minutes' then excluded.since else w.since end
     returning since`,
    [now.toISOString()],
  )
  return (rows[0]?.since ?? now).toISOString()
}

/** Of active devices on channels with heartbeats; the silence counts from when the device became active, at the earliest. */
const WATCHED = `
  terms as (select * from unnest($2::text[], $3::int[]) t(class, seconds)),
  watched as (
    select d.id, d.code, t.seconds, s.down_since,
      greatest(s.seen_at, $4::timestamptz,
        (select max(l.at) from dispatch.lifecycle l where l.device_id = d.id and l.becomes = 'active')) as since,
      s.seen_at
    from public.devices d
    join terms t on t.class = d.device_class::text
    left join dispatch.device_states s on s.device_id = d.id
    where d.lifecycle::text = 'active' and d.channel::text in ('mqtt', 'http', 'pull', 'player')
      and not exists (select from dispatch.connection_tests c where c.device_id = d.id and c.ended_at is null)
  )`

const AWAY = `with ${WATCHED}, gone as (
    insert into dispatch.device_states as s (device_id, down_since)
    select id, coalesce(seen_at, since) from watched
    where down_since is null and since < $1::timestamptz - make_interval(secs => seconds)
    on conflict (device_id) do update set down_since = excluded.down_since where s.down_since is null
    returning s.device_id
  )
  insert into dispatch.presence (device_id, at, is_up) select device_id, $1::timestamptz, false from gone
  on conflict do nothing`

const BACK = `with ${WATCHED}, back as (
    update dispatch.device_states s set down_since = null from watched w
    where w.id = s.device_id and s.down_since is not null
      and w.seen_at > s.down_since and w.seen_at >= $1::timestamptz - make_interval(secs => w.seconds)
    returning s.device_id, w.down_since
  )
  insert into dispatch.presence (device_id, at, is_up, detail)
  select device_id, $1::timestamptz, true, floor(extract(epoch from $1::timestamptz - down_since))::text from back
  on conflict do nothing`
