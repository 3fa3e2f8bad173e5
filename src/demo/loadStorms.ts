import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { RawDocument } from './bulk/tableRows.ts'
import type { Progress } from './loadCity.ts'
import { addDays, at, dayOf, shortDate } from './clock.ts'
import type { Loading, Registry } from './loadRegistry.ts'
import type { Publish } from './publisher.ts'
import { vietnameseSlug } from '../domain/text/vietnameseSlug.ts'

type Past = {
  title: string
  text: string
  kind: 'alert' | 'exercise'
  at: Date
  /** Share of devices, in percent, that played it. */
  played: number
}

const HOUR_MS = 3_600_000
const drillText =
  'ĐÂY LÀ BẢN TIN DIỄN TẬP. Thành phố đang thử hệ thống thông báo khẩn cấp. Không có thiên tai, không có sự cố. Người dân không cần làm gì. Xin cảm ơn.'
const stormText =
  'Mưa rất to kèm gió giật mạnh trong ba giờ tới. Người dân ở trong nhà, tránh xa cây to và biển quảng cáo, không đi qua ngầm tràn. Cần giúp đỡ, gọi 112 hoặc 114.'

/**
 * Emergencies and monthly exercises of the past that went to the whole city, with what became of them at every active device,
 * and the next exercise on the plan.
 */
export const loadStorms = async (life: {
  loading: Loading
  registry: Registry
  publish: Publish
  progress: Progress
}): Promise<void> => {
  const { loading, registry } = life
  const { client, now } = loading
  const city = registry.units.get('01')
  const site = registry.places[0]
  if (!city || !site) return
  const past = planPast(now)
  life.progress.start('Bản tin khẩn, diễn tập', past.length)
  const ids = await life.publish(
    'bulletins',
    past.map((one) => ({
      log: site.code,
      releasedAt: one.at,
      data: bulletinOf(one, { siteId: site.siteId, cityId: city.id }),
    })),
  )
  for (const [index, one] of past.entries())
    await giveToDevices(client, {
      one,
      bulletin: ids[index] ?? 0,
      log: site.code,
      issuer: site.name,
    })
  await client.query(
    `insert into dispatch.drill_plans (planned_at, title, areas, note, made_by) values ($1, $2, $3, $4, $5)`,
    [
      at(addDays(dayOf(now), 12), '09:00'),
      'Diễn tập thông báo khẩn cấp toàn thành phố',
      ['01'],
      'Báo trước cho các xã, phường và đăng trên Cổng trước ba ngày.',
      registry.people.get('van-hanh') ?? registry.headId,
    ],
  )
}

/** An exercise a month for half a year, better each time, and one real storm. */
const planPast = (now: Date): Past[] => {
  const drills = [6, 5, 4, 3, 2, 1].map((months): Past => {
    const day = addDays(dayOf(now), -months * 30)
    return {
      title: `DIỄN TẬP: thông báo khẩn cấp toàn thành phố, ${shortDate(day)}/${day.slice(0, 4)}`,
      text: drillText,
      kind: 'exercise',
      at: at(day, '09:00'),
      played: 97 - months * 4,
    }
  })
  const day = addDays(dayOf(now), -17)
  const storm: Past = {
    title: `Cảnh báo khẩn cấp: mưa rất to và gió giật, ${shortDate(day)}/${day.slice(0, 4)}`,
    text: stormText,
    kind: 'alert',
    at: at(day, '15:42'),
    played: 94,
  }
  return [...drills, storm].sort((a, b) => a.at.getTime() - b.at.getTime())
}

const bulletinOf = (
  one: Past,
  { siteId, cityId }: { siteId: number; cityId: number },
): RawDocument => ({
  title: { vi: one.title },
  text: { vi: one.text },
  spokenText: { vi: one.text },
  priority: 'emergency',
  messageKind: one.kind,
  reasonCode: one.kind === 'exercise' ? 'exercise' : 'naturalDisaster',
  expiresAt: endOf(one).toISOString(),
  areas: [cityId],
  site: siteId,
  slug: vietnameseSlug(one.title),
})

const endOf = (one: Past) => new Date(one.at.getTime() + 3 * HOUR_MS)

const giveToDevices = async (
  client: ClientBase,
  given: { one: Past; bulletin: number; log: string; issuer: string },
) => {
  const { one, bulletin, log, issuer } = given
  const issuedAt = one.at.toISOString()
  const audience = { areas: ['01'], groups: [], devices: [] }
  const chain = `bulletin/${log}/${bulletin}`
  const snapshot = JSON.stringify({
    chain,
    kind: one.kind,
    priority: 'emergency',
    issuer,
    issuedAt,
    effectiveAt: issuedAt,
    expiresAt: endOf(one).toISOString(),
    audience,
    title: one.title,
    text: one.text,
    spokenText: one.text,
    language: 'vi',
    topic: null,
    media: [],
  })
  const { rows } = await client.query<{ id: string }>(
    `insert into dispatch.dispatches (chain, cause, log, seq, doc_id, kind, priority, title, issuer, snapshot, sha256, audience,
       effective_at, expires_at, created_at, reason_code)
     select $1, 'release/' || r.log || '/' || r.seq, r.log, r.seq, r.doc_id, $4, 'emergency', $5, $6, $7, $8, $9, $10, $11, $10, $12
     from release.releases r where r.log = $2 and r.collection = 'bulletins' and r.doc_id = $3 returning id`,
    [
      chain,
      log,
      bulletin,
      one.kind,
      one.title,
      issuer,
      snapshot,
      createHash('sha256').update(snapshot).digest('hex'),
      JSON.stringify(audience),
      issuedAt,
      endOf(one).toISOString(),
      one.kind === 'exercise' ? 'exercise' : 'naturalDisaster',
    ],
  )
  await client.query(DELIVER, [rows[0]?.id, issuedAt, one.played])
  await client.query(TELL, [rows[0]?.id])
}

/**
 * What became of it at each active device: chance by the device's code and the day, the same at every load. Some communes are
 * cut off whole, as happens.
 */
const DELIVER = `
  with luck as (
    select d.*, u.code as unit_code,
      abs(hashtext(d.code || $2::text)::bigint) % 100 as device_luck, abs(hashtext(u.code || left($2::text, 7))::bigint) % 40 as unit_luck,
      1 + abs(hashtext('s' || d.code || $2::text)::bigint) % 900 / 100.0 as slow
    from public.devices d join public.units u on u.id = d.unit_id where d.lifecycle = 'active'
  ), fate as (
    select *, case when unit_luck = 0 or device_luck >= $3::int + 4 then 'dead' when device_luck >= $3::int then 'received'
      when device_luck % 3 = 0 then 'played' else 'proven' end as state
    from luck
  )
  insert into dispatch.deliveries (dispatch_id, device_id, device_code, unit_code, channel, address, device_class, lane, state,
    attempts, last_error, next_at, accepted_at, received_at, playing_at, played_at, proven_at, played_seconds, changed_at)
  select $1::uuid, id, code, unit_code, channel::text, address, device_class::text, 0, state,
    case state when 'dead' then 11 else 1 end, case state when 'dead' then 'no answer within 5000 ms' end, $2::timestamptz,
    case when state <> 'dead' then $2::timestamptz + slow * interval '0.1 seconds' end,
    case when state <> 'dead' then $2::timestamptz + slow * interval '0.2 seconds' end,
    case when state in ('played', 'proven') then $2::timestamptz + slow * interval '0.6 seconds' end,
    case when state in ('played', 'proven') then $2::timestamptz + slow * interval '0.6 seconds' + interval '28 seconds' end,
    case when state = 'proven' then $2::timestamptz + slow * interval '0.6 seconds' + interval '31 seconds' end,
    case when state in ('played', 'proven') then 28 end, $2::timestamptz + interval '1 minute'
  from fate`

/** The attempt and the receipts behind those times. */
const TELL = `
  with attempted as (
    insert into dispatch.attempts (delivery_id, n, started_at, ended_at, outcome, detail)
    select id, 1, coalesce(accepted_at, next_at), coalesce(accepted_at, next_at + interval '5 seconds'),
      case when accepted_at is null then 'failed' else 'accepted' end, last_error
    from dispatch.deliveries where dispatch_id = $1::uuid
  )
  insert into dispatch.receipts (delivery_id, kind, event_id, device_at, stored_at)
  select l.id, r.kind, 'demo-' || r.kind, r.at, r.at + interval '40 milliseconds' from dispatch.deliveries l,
    lateral (values ('received', l.received_at), ('playing', l.playing_at), ('played', l.played_at), ('proven', l.proven_at)) r (kind, at)
  where l.dispatch_id = $1::uuid and r.at is not null`
