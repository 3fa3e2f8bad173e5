import type { Sql } from '#kit/transaction.ts'
import { missingOf } from '../lifecycle/missingOf.ts'

/** What is to be done next with a device. */
export type NextAct =
  'key' | 'keyInUse' | 'test' | 'check' | 'activate' | 'none' | 'suspended' | 'retired'

/** A device with what its state rests on. */
export type DeviceStanding = {
  id: number
  code: string
  name: string
  deviceClass: string
  unitName: string
  channel: string
  address: string | null
  gateway: string | null
  lifecycle: string
  hasKey: boolean
  isTested: boolean
  isChecked: boolean
  /** It was in use and is another one now. */
  isChanged: boolean
  next: NextAct
  seenAt: string | null
  downSince: string | null
  offsetMs: number | null
}

/** Channels on which a device signs what it says. */
const signing: ReadonlySet<string> = new Set(['mqtt', 'http', 'pull', 'player'])

/** How a device stands and what is to be done next; null when there is none. */
export const readDevice = async (sql: Sql, id: number): Promise<DeviceStanding | null> => {
  const { rows } = await sql.query<
    Omit<DeviceStanding, 'isTested' | 'isChecked' | 'isChanged' | 'next'> & {
      reason: string | null
    }
  >(
    `select d.id, d.code, d.name, d.device_class::text as "deviceClass", coalesce(l.name, u.code) as "unitName", d.channel::text,
       d.address, d.gateway, d.lifecycle::text, s.seen_at::text as "seenAt", s.down_since::text as "downSince", s.offset_ms as "offsetMs",
       exists (select from dispatch.device_keys k where k.device_id = d.id and k.revoked_at is null
               and (k.valid_until is null or k.valid_until > now())) as "hasKey",
       (select h.reason from dispatch.lifecycle h where h.device_id = d.id order by h.at desc limit 1) as reason
     from public.devices d join public.units u on u.id = d.unit_id
     left join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
     left join dispatch.device_states s on s.device_id = d.id where d.id = $1`,
    [id],
  )
  const [row] = rows
  if (!row) return null
  const missing = await missingOf(sql, id)
  const { reason, ...device } = row
  const known = {
    ...device,
    isTested: !missing.test,
    isChecked: !missing.check,
    isChanged: device.lifecycle === 'registered' && reason === 'changed',
  }
  return { ...known, next: nextOf(known) }
}

const nextOf = (device: Omit<DeviceStanding, 'next'>): NextAct => {
  if (device.lifecycle === 'retired') return 'retired'
  const lacksKey = signing.has(device.channel) && !device.hasKey
  if (device.lifecycle === 'active') return lacksKey ? 'keyInUse' : 'none'
  if (lacksKey) return 'key'
  if (!device.isTested) return 'test'
  if (!device.isChecked) return 'check'
  return device.lifecycle === 'suspended' ? 'suspended' : 'activate'
}
