import type { PayloadRequest } from 'payload'
import { canSeeAll, ownersOf } from '../rights.ts'
import { poolOf } from './poolOf.ts'

/** Somebody whose clocks the signed-in person may see. */
export type VisibleOwner = {
  /** `site:<code>` or `unit:<code>`. */
  owner: string
  /** In the person's language. */
  name: string
  groups: string[]
  /** The release log of a site; null for units. */
  log: string | null
  /** Whose calendar holds. */
  calendarUnit: number | null
  isActive: boolean
}

/** The owners whose clocks the signed-in person may see, by name: all, or the person's own. */
export const readOwners = async (req: PayloadRequest): Promise<VisibleOwner[]> => {
  const own = canSeeAll(req) ? null : await ownersOf(req)
  if (own?.length === 0) return []
  const { rows } = await poolOf(req).query<VisibleOwner>(
    `select owner, coalesce(case when $2 then name_en end, name_vi, owner) as name, groups, log,
       calendar_unit as "calendarUnit", is_active as "isActive"
     from sla.owners where $1::text[] is null or owner = any($1) order by log is null, name`,
    [own, req.i18n.language === 'en'],
  )
  return rows
}
