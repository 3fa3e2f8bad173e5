import type { Pool } from 'pg'

/** Where a decision or a release stands in the signed chain of its board. */
export type ChainPlace = { board: string; n: number; hash: string; keyId: string }

/** What a text with a hash is, and what it rests on. Times are ISO 8601. */
export type Proof = {
  sha256: string
  log: string
  seq: number
  collection: string
  /** Address within its site. */
  slug: string
  title: string
  state: 'public' | 'replaced' | 'withdrawn'
  releasedAt: string
  decidedAt: string
  /** In what capacity it was decided: a role of the board, `acting`, `emergency`, `import`. */
  capacity: string
  /** Null for what was imported: no board signed it. */
  decision: ChainPlace | null
  release: ChainPlace | null
  /** What followed it: when, and the hash of a newer version. */
  lastAt: string
  newer: string | null
  reasonCode: string | null
  explanation: string | null
  redirectTo: string | null
}

const place = (
  alias: string,
) => `case when ${alias}.n is null then null else json_build_object('board', ${alias}.board,
  'n', ${alias}.n, 'hash', ${alias}.hash, 'keyId', ${alias}.signatures -> 0 ->> 'keyId') end`
const entry = (alias: string, kind: string, id: string) => `left join editorial.ledger ${alias}
  on ${alias}.kind = '${kind}' and ${alias}.text::jsonb #>> '{content,id}' = ${id}::text`
const time = (column: string) => `to_json(${column}) #>> '{}'`

const text = `with r as (
    select * from release.releases where sha256 = $1 order by released_at desc, seq desc limit 1),
  last as (
    select l.* from r join release.releases l on l.collection = r.collection and l.doc_id = r.doc_id
    order by l.released_at desc, l.seq desc limit 1)
  select r.sha256, r.log, r.seq::float8 as seq, r.collection, coalesce(r.slug, '') as slug,
    coalesce((select coalesce(b.locales -> 'vi' ->> p.title,
        (select l.value ->> p.title from jsonb_each(b.locales) l order by l.key limit 1))
      from release.projections p, lateral (select r.body::jsonb -> 'locales' as locales) b
      where p.collection = r.collection), '') as title,
    case when last.id = r.id then 'public' when last.kind = 'withdraw' then 'withdrawn' else 'replaced' end as state,
    ${time('r.released_at')} as "releasedAt", ${time('d.decided_at')} as "decidedAt", d.capacity,
    ${place('de')} as decision, ${place('re')} as release,
    ${time('last.released_at')} as "lastAt", last.sha256 as newer, last.reason_code as "reasonCode",
    last.explanation, last.redirect_to as "redirectTo"
  from r cross join last join release.decisions d on d.id = r.decision_id
  ${entry('de', 'decision', 'r.decision_id')}
  ${entry('re', 'release', 'r.id')}`

/** The last release of a text with this hash, whatever became of it; null when there never was one. */
export const findProof = async (pool: Pool, sha256: string): Promise<Proof | null> => {
  const { rows } = await pool.query<Proof>({ name: 'portal_proof', text, values: [sha256] })
  return rows[0] ?? null
}

/** The canonical text with this hash, if it is what the public reads now. */
export const findPublicText = async (pool: Pool, sha256: string): Promise<string | null> => {
  const { rows } = await pool.query<{ body: string }>({
    name: 'portal_public_text',
    text: `select r.body from release.releases r where r.sha256 = $1 and not exists (
        select from release.releases l where l.collection = r.collection and l.doc_id = r.doc_id
          and (l.released_at, l.seq) > (r.released_at, r.seq)) limit 1`,
    values: [sha256],
  })
  return rows[0]?.body ?? null
}

/** The hash of the release that an item comes from. */
export const hashOfItem = async (
  pool: Pool,
  item: { log: string; seq: number },
): Promise<string> => {
  const { rows } = await pool.query<{ sha256: string }>({
    name: 'portal_hash',
    text: 'select sha256 from release.releases where log = $1 and seq = $2::bigint',
    values: [item.log, item.seq],
  })
  return rows[0]?.sha256 ?? ''
}
