import type { PayloadRequest } from 'payload'
import type { Choice } from '#kit/admin/forms/choice.ts'
import { poolOf } from '../poolOf.ts'
import { deciderOf, isDecider, ownCommune, seesAllCommunes } from '../rights.ts'

/** The commune a screen shows, and what the person may do there. */
export type OpenedUnit = {
  code: string
  name: string
  /** Others the person may look at; empty for people of a commune. */
  communes: Choice[]
  isOwn: boolean
  /** By priority of the bulletin. */
  mayArrange: { priority: boolean; normal: boolean }
  mayRefuse: { priority: boolean; normal: boolean }
}

/** The person's own commune; for those who look at all, the one asked for. Undefined when there is none to show. */
export const openUnit = async (
  req: PayloadRequest,
  asked: string | undefined,
  now: Date,
): Promise<OpenedUnit | undefined> => {
  const own = await ownCommune(req)
  const isAll = seesAllCommunes(req)
  if (!own && !isAll) return undefined
  const communes = await readCommunes(req)
  const code = own && !isAll ? own : (asked ?? own ?? communes[0]?.[0])
  const found = communes.find(([one]) => one === code)
  if (!found) return undefined
  const isOwn = found[0] === own
  const may = (act: Parameters<typeof deciderOf>[0]) => isOwn && isDecider(req, deciderOf(act, now))
  return {
    code: found[0],
    name: found[1],
    communes: isAll ? communes : [],
    isOwn,
    mayArrange: { priority: may('arrange_priority'), normal: may('arrange_normal') },
    mayRefuse: { priority: may('refuse_priority'), normal: may('arrange_normal') },
  }
}

const readCommunes = async (req: PayloadRequest): Promise<Choice[]> => {
  const { rows } = await poolOf(req).query<{ code: string; name: string }>(
    `select u.code, coalesce(l.name, u.code) as name from public.units u
       left join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
     where u.kind in ('ward', 'commune', 'specialZone') order by name, u.code`,
  )
  return rows.map(({ code, name }) => [code, name] as const)
}
