import type { Pool } from 'pg'

/** One device's delivery, with what was reported of it. Times are ISO 8601. */
export type ListedDevice = {
  id: string
  code: string
  name: string | null
  unitName: string | null
  channel: string
  state: string
  attempts: number
  receivedAt: string | null
  playedAt: string | null
  provenAt: string | null
  lastError: string | null
}

const time = (column: string) => `to_json(${column}) #>> '{}'`

/**
 * The deliveries of a dispatch, trouble first, a page at a time.
 *
 * @param asked.unit only this commune
 */
export const listDevices = async (
  pool: Pool,
  asked: { dispatchId: string; unit: string | null; page: number; pageSize: number },
): Promise<{ rows: ListedDevice[]; total: number }> => {
  const { dispatchId, unit, page, pageSize } = asked
  const [rows, total] = await Promise.all([
    pool.query<ListedDevice>(
      `select l.id, l.device_code as code, d.name, n.name as "unitName", l.channel, l.state, l.attempts,
         ${time('l.received_at')} as "receivedAt", ${time('l.played_at')} as "playedAt", ${time('l.proven_at')} as "provenAt",
         l.last_error as "lastError"
       from dispatch.deliveries l left join public.devices d on d.id = l.device_id
       left join public.units_locales n on n._parent_id = d.unit_id and n._locale = 'vi'
       where l.dispatch_id = $1::uuid and ($2::text is null or l.unit_code = $2)
       order by (l.state in ('dead', 'expired', 'refused')) desc, (l.state = 'queued') desc, l.unit_code, l.device_code
       limit $3 offset $4`,
      [dispatchId, unit, pageSize, (page - 1) * pageSize],
    ),
    pool.query<{ total: number }>(
      `select count(*)::int as total from dispatch.deliveries l where l.dispatch_id = $1::uuid and ($2::text is null or l.unit_code = $2)`,
      [dispatchId, unit],
    ),
  ])
  return { rows: rows.rows, total: total.rows[0]?.total ?? 0 }
}
