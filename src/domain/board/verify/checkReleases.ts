import type { AuditHeads, AuditRow, Proofs } from './auditRecord.ts'
import type { Note } from './finding.ts'

const table = 'release.releases'

type Last = { key: string; at: number; isWithdrawn: boolean; isShown: boolean }

/** Which fields of a collection are its title and its address. */
type Projection = { title: string; slug: string }

/**
 * The rows of the log as they come, log by log in the order of their numbers: hash of every body, gap-free numbers, the
 * address taken from the body; and what the public is shown against the last release of each document.
 */
export const checkReleases = (options: { proofs: Proofs; since?: AuditHeads; note: Note }) => {
  const { proofs, note } = options
  const projections = new Map<string, Projection>()
  const lastSeq = new Map<string, number>()
  const heads = new Map<string, { seq: number; id: string }>()
  const lastOf = new Map<string, Last>()
  const slugs = new Map<string, unknown>()
  const noted = new Map(options.since?.logs.map((one) => [`${one.log}/${one.seq}`, one.id]))
  let imports = 0

  const checkPlace = (row: AuditRow, key: string) => {
    const log = String(row.log)
    const seq = Number(row.seq)
    const before = lastSeq.get(log) ?? 0
    for (let n = before + 1; n < seq && n <= before + 100; n += 1)
      note({ code: 'release_missing', table, key: `${log}/${n}` })
    lastSeq.set(log, seq)
    heads.set(log, { seq, id: String(row.id) })
    const expected = noted.get(key)
    noted.delete(key)
    if (expected !== undefined && expected !== row.id) note({ code: 'head_changed', table, key })
  }

  /** @returns the title the body shows */
  const checkBody = (row: AuditRow, key: string): string => {
    const { body } = row
    if (typeof body !== 'string') {
      if (row.kind !== 'withdraw' || row.sha256)
        note({ code: 'row_changed', table, key, about: 'body' })
      return ''
    }
    if (proofs.sha256(body) !== row.sha256) note({ code: 'hash_wrong', table, key })
    const shown = shownOf(body, projections.get(String(row.collection)))
    if (shown === null) note({ code: 'entry_unreadable', table, key })
    else if (shown.slug !== undefined && (shown.slug ?? '') !== (row.slug ?? ''))
      note({ code: 'row_changed', table, key, about: 'slug' })
    return shown?.title ?? ''
  }

  return {
    heads,
    project: (row: AuditRow): void => {
      projections.set(String(row.collection), { title: String(row.title), slug: String(row.slug) })
    },
    importCount: () => imports,
    /** @returns the title of what was released */
    take: (row: AuditRow): string => {
      const key = `${String(row.log)}/${String(row.seq)}`
      checkPlace(row, key)
      if (row.is_import === true) imports += 1
      const document = documentKey(row)
      const at = Date.parse(String(row.released_at))
      const isWithdrawn = row.kind === 'withdraw'
      if (isWithdrawn && slugs.has(document) && slugs.get(document) !== row.slug)
        note({ code: 'row_changed', table, key, about: 'slug' })
      slugs.set(document, row.slug)
      if (at >= (lastOf.get(document)?.at ?? -Infinity))
        lastOf.set(document, { key, at, isWithdrawn, isShown: false })
      return checkBody(row, key)
    },
    /** A row of what the public reads; `is_as_released` says that its text is that of the release it names. */
    takeShown: (row: AuditRow): void => {
      const last = lastOf.get(documentKey(row))
      const name = {
        table: 'release.current_items',
        key: `${documentKey(row)} ${String(row.locale)}`,
      }
      if (!last || last.isWithdrawn || last.key !== `${String(row.log)}/${String(row.seq)}`)
        note({ code: 'public_differs', ...name, about: last?.key ?? '–' })
      else if (row.is_as_released !== true)
        note({ code: 'public_differs', ...name, about: last.key })
      if (last) last.isShown = true
    },
    /** @param counters the last number of every log as the database keeps it */
    finish: (counters: ReadonlyMap<string, number>): void => {
      for (const [log, seq] of counters)
        if ((lastSeq.get(log) ?? 0) !== seq)
          note({
            code: 'tail_missing',
            table,
            key: `${log}/${seq}`,
            about: String(lastSeq.get(log) ?? 0),
          })
      for (const [document, last] of lastOf)
        if (!last.isShown && !last.isWithdrawn)
          note({
            code: 'public_missing',
            table: 'release.current_items',
            key: document,
            about: last.key,
          })
      for (const key of noted.keys()) note({ code: 'head_missing', table, key })
    },
  }
}

const documentKey = (row: AuditRow) => `${String(row.collection)}#${String(row.doc_id)}`

/** Title and address as the database takes them from a body: the Vietnamese ones, else those of the first language. */
const shownOf = (
  body: string,
  fields: Projection | undefined,
): { title: string; slug: unknown } | null => {
  try {
    const { locales } = JSON.parse(body) as { locales: Record<string, Record<string, unknown>> } // canonical text
    const first = Object.keys(locales).sort()[0] ?? ''
    const shown = locales.vi ?? locales[first]
    if (!fields || !shown) return { title: '', slug: undefined }
    const title = shown[fields.title]
    return {
      title: typeof title === 'string' ? title : '',
      slug: shown[fields.slug] ?? locales[first]?.[fields.slug] ?? null,
    }
  } catch {
    return null
  }
}
