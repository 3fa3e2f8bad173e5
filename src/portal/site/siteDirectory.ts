import type { Pool } from 'pg'
import type { Locale, PortalSite } from './portalSite.ts'

/** The registry of sites and units as this process knows it. */
export type SiteDirectory = {
  /** Changes when the registry does; part of every cache key. */
  version(): number
  city(): PortalSite | undefined
  byCode(code: string): PortalSite | undefined
  byHost(host: string): PortalSite | undefined
  /** Active sites, in the order of their names. */
  all(): readonly PortalSite[]
  /** The name of a unit in a language, Vietnamese when it has none in it. */
  unitName(id: number, locale: Locale): string | undefined
  /** Reads the registry anew. */
  reload(): Promise<void>
  stop(): void
}

type Row = {
  code: string
  kind: 'city' | 'component'
  host: string | null
  hosting: string
  languages: Locale[] | null
  names: Partial<Record<Locale, string>> | null
}
type UnitRow = { id: number; names: Partial<Record<Locale, string>> | null }

const sitesText = `select s.code, s.kind::text as kind, s.host, s.hosting::text as hosting,
  (select array_agg(l.value::text order by l."order") from public.sites_languages l where l.parent_id = s.id) as languages,
  (select jsonb_object_agg(n._locale, n.name) from public.sites_locales n where n._parent_id = s.id) as names
  from public.sites s where s.is_active order by s.kind, s.code`
const unitsText = `select u.id, (select jsonb_object_agg(n._locale, n.name) from public.units_locales n where n._parent_id = u.id) as names
  from public.units u order by u.id`

/**
 * Keeps the registry in memory. It is no released content, so it has its own version and is read again every few seconds.
 *
 * @param options.everyMs @default 3000
 */
export const createSiteDirectory = async (options: {
  pool: Pool
  everyMs?: number
}): Promise<SiteDirectory> => {
  let sites: PortalSite[] = []
  let byCode = new Map<string, PortalSite>()
  let byHost = new Map<string, PortalSite>()
  let units = new Map<number, Partial<Record<Locale, string>>>()
  let known = ''
  let version = 0

  const reload = async () => {
    const [siteRows, unitRows] = await Promise.all([
      options.pool.query<Row>(sitesText),
      options.pool.query<UnitRow>(unitsText),
    ])
    const next = JSON.stringify([siteRows.rows, unitRows.rows])
    if (next === known) return
    known = next
    version = hashOf(next)
    sites = siteRows.rows.map(toSite)
    byCode = new Map(sites.map((one) => [one.code, one]))
    byHost = new Map(sites.flatMap((one) => (one.host ? [[one.host, one]] : [])))
    units = new Map(unitRows.rows.map((one) => [one.id, one.names ?? {}]))
  }
  await reload()
  // A database that is away leaves what is known; pages then say so themselves.
  const timer = setInterval(() => void reload().catch(() => undefined), options.everyMs ?? 3000)
  timer.unref()

  return {
    version: () => version,
    city: () => sites.find((one) => one.kind === 'city'),
    byCode: (code) => byCode.get(code),
    byHost: (host) => byHost.get(host),
    all: () => sites,
    unitName: (id, locale) => units.get(id)?.[locale] ?? units.get(id)?.vi,
    reload,
    stop: () => clearInterval(timer),
  }
}

const toSite = (row: Row): PortalSite => ({
  code: row.code,
  kind: row.kind,
  host: row.host?.toLowerCase() ?? null,
  isHostedHere: row.hosting === 'here',
  languages: row.languages ?? ['vi'],
  names: row.names ?? {},
})

/** The same registry gives the same number in every process. */
const hashOf = (text: string): number => {
  let hash = 0
  for (let index = 0; index < text.length; index += 1) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0
  }
  return hash >>> 0
}
