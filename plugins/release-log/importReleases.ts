import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'

/** One document of a bulk import. */
export type ImportRow = {
  log: string
  collection: string
  docId: number
  /** Canonical text, as `canonical` in `#domain/release/canonical.ts` gives it. */
  body: string
  /** ISO time. @default now */
  releasedAt?: string
}

/**
 * Releases many documents under one import decision, set-based. Open a transaction, insert the documents' live rows AFTER
 * this call in the same transaction (the guard lets them pass then), commit. Some hundreds of rows a call are best.
 *
 * @param options.decision id from `recordImportDecision`
 * @returns how many releases were written
 * @throws the database's error `decision_missing` when the decision is not an import decision
 */
export const importReleases = async (options: {
  client: Pick<ClientBase, 'query'>
  decision: string
  rows: readonly ImportRow[]
}): Promise<number> => {
  const { client, decision, rows } = options
  const answer = await client.query<{ n: string }>(
    'select release.append_import($1::uuid, $2::text[], $3::text[], $4::int[], $5::text[], $6::timestamptz[]) as n',
    [
      decision,
      rows.map((row) => row.log),
      rows.map((row) => row.collection),
      rows.map((row) => row.docId),
      rows.map((row) => row.body),
      rows.map((row) => row.releasedAt ?? null),
    ],
  )
  return Number(answer.rows[0]?.n ?? 0)
}

/** Records the one decision that a bulk import rests on. */
export const recordImportDecision = async (options: {
  client: Pick<ClientBase, 'query'>
  decidedBy: number
  explanation: string
}): Promise<string> => {
  const { client, decidedBy, explanation } = options
  const { rows } = await client.query<{ id: string }>(
    `insert into release.decisions (log, collection, doc_id, kind, decided_by, capacity, explanation)
     values ('common', 'import', 0, 'publish', $1, 'import', $2) returning id`,
    [decidedBy, explanation],
  )
  return rows[0]?.id ?? ''
}

/** Brings what a bulk import left waiting into the search indexes, as the owner; searches are slow until then. */
export const settleImport = async (options: {
  client: Pick<ClientBase, 'query'>
}): Promise<void> => {
  await options.client.query(
    `select gin_clean_pending_list(name) from unnest(array['release.search_exact', 'release.search_folded']::regclass[]) i(name)`,
  )
}

/** The hash of a canonical text. */
export const hashBody = (body: string): string => createHash('sha256').update(body).digest('hex')
