import type { Obligation, ObligationVersion } from '#domain/sla/obligation.ts'
import type { Connection } from '../calendars/readCalendars.ts'

/** All obligations with their history. */
export type Versions = {
  /** Those in force on a day, YYYY-MM-DD. */
  on: (day: string) => ObligationVersion[]
  /** The version of one in force on a day. */
  at: (code: string, day: string) => ObligationVersion | undefined
  /** A version by its number. */
  get: (code: string, version: number) => ObligationVersion | undefined
  /** Every one there ever was. */
  all: readonly ObligationVersion[]
}

type Row = { version: number; definition: Obligation; validFrom: string; validTo: string | null }

let known: { key: string; versions: Versions } | undefined

/**
 * Reads every version of every obligation. On a day the latest version that has begun counts: when it has ended, nothing is
 * owed, and no earlier one comes back. Read anew only when there is one more: versions are never changed.
 *
 * @param given what `VERSIONS_KEY` gives on the same transaction, for callers that have asked already
 */
export const readVersions = async (connection: Connection, given?: string): Promise<Versions> => {
  const key = given ?? (await readKey(connection))
  if (known?.key !== key) known = { key, versions: await readAll(connection) }
  return known.versions
}

const readKey = async (connection: Connection): Promise<string> => {
  const { rows } = await connection.query<{ key: string }>(`select ${VERSIONS_KEY} as key`)
  return rows[0]?.key ?? ''
}

/** Another text whenever there is one version more, as SQL. */
export const VERSIONS_KEY = `(select current_database() || ':' || count(*) || ':' || coalesce(max(entered_at)::text, '')
  from sla.obligations)`

const readAll = async (connection: Connection): Promise<Versions> => {
  const { rows } = await connection.query<Row>(
    `select version, definition, valid_from::text as "validFrom", valid_to::text as "validTo"
     from sla.obligations order by code, version desc`,
  )
  const byCode = new Map<string, ObligationVersion[]>()
  for (const { definition, version, validFrom, validTo } of rows) {
    const one = { ...definition, version, validFrom, ...(validTo ? { validTo } : {}) }
    byCode.set(definition.code, [...(byCode.get(definition.code) ?? []), one])
  }
  const at = (code: string, day: string) => {
    const begun = byCode.get(code)?.find(({ validFrom }) => (validFrom ?? '') <= day)
    return begun && (!begun.validTo || day <= begun.validTo) ? begun : undefined
  }
  return {
    all: [...byCode.values()].flat(),
    at,
    on: (day) => [...byCode.keys()].flatMap((code) => at(code, day) ?? []),
    get: (code, version) => byCode.get(code)?.find((one) => one.version === version),
  }
}
