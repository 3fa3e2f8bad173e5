import type { ServerProps } from 'payload'
import '#kit/admin/admin.css'
import { requestOf } from '#kit/admin/requestOf.ts'
import { sqlOf } from '#kit/transaction.ts'
import { communeOf, seesAllDevices, seesDevices } from '../deviceRights.ts'
import { registryWords } from '../registryWords.ts'

/** The way to the device board in the navigation, with how many devices are lost. */
export const BoardLink = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req || !seesDevices(req)) return null
  const own = seesAllDevices(req) ? null : communeOf(req)
  const { rows } = await (
    await sqlOf(req)
  ).query<{ n: number }>(
    `select count(*)::int as n from dispatch.device_states s join public.devices d on d.id = s.device_id
     where s.down_since is not null and d.lifecycle::text = 'active' and ($1::int is null or d.unit_id = $1::int)`,
    [own],
  )
  const lost = rows[0]?.n ?? 0
  return (
    <a className="coloa-nav" href="/admin/device-board">
      {registryWords(req.i18n.language).board}
      {lost > 0 ? <span>{lost}</span> : null}
    </a>
  )
}
