import pg from 'pg'
import { importReleases, recordImportDecision } from '#plugins/release-log/importReleases.ts'

/** Releases made-up articles on a log without a board, as the owner's imports may. */
export const importTexts = async (options: {
  ownerUrl: string
  log: string
  firstId: number
  count: number
  /** Fields of the Vietnamese text besides title and slug. */
  fields?: (index: number) => Record<string, unknown>
  releasedAt?: (index: number) => string
}): Promise<void> => {
  const { ownerUrl, log, firstId, count, fields, releasedAt } = options
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const decision = await recordImportDecision({ client, decidedBy: 1, explanation: 'A test.' })
    const rows = Array.from({ length: count }, (_x, index) => {
      const docId = firstId + index
      const vi = { title: `Tin số ${docId}`, slug: `tin-so-${docId}`, ...fields?.(index) }
      const body = JSON.stringify({ collection: 'articles', id: docId, locales: { vi }, log, v: 1 })
      const at = releasedAt?.(index)
      return { log, collection: 'articles', docId, body, ...(at ? { releasedAt: at } : {}) }
    })
    await importReleases({ client, decision, rows })
  } finally {
    await client.end()
  }
}
