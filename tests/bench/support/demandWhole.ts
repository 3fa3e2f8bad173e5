import type { Client } from 'pg'

/** What must find nothing after a load. */
const faults: Record<string, string> = {
  'a log with a gap': `select log from release.releases group by log having count(*) <> max(seq) or min(seq) <> 1`,
  'a counter that is not its log’s last number': `select s.log from release.site_sequences s
    where s.seq is distinct from (select max(r.seq) from release.releases r where r.log = s.log)`,
  'a number out of the order of time': `select 1 from (
      select released_at < lag(released_at) over (partition by log order by seq) as is_late
      from release.releases where collection = 'articles') r where is_late`,
  'a hash that is not its body’s': `select 1 from release.releases
    where sha256 is distinct from encode(sha256(convert_to(body, 'UTF8')), 'hex')`,
  'a live article without a release': `select a.id from public.articles a where a._status = 'published'
    and not exists (select from release.releases r where r.collection = 'articles' and r.doc_id = a.id)`,
  'a release without read rows or search': `select r.doc_id from release.releases r
    left join release.current_items i on i.collection = r.collection and i.doc_id = r.doc_id and i.locale = 'vi'
    left join release.item_search s on s.collection = r.collection and s.doc_id = r.doc_id and s.locale = 'vi'
    where i.body is distinct from r.body::jsonb -> 'locales' -> 'vi' or s.seq is distinct from r.seq`,
  'a guard that is off': `select tgname from pg_trigger where tgname = 'release_guard' and tgenabled <> 'A'`,
}

/**
 * Looks at what a load left.
 *
 * @throws naming what is not whole
 */
export const demandWhole = async (client: Client, articles: number): Promise<void> => {
  for (const [fault, query] of Object.entries(faults)) {
    const { rowCount } = await client.query(`${query} limit 1`)
    if (rowCount) throw new Error(`bench: the load left ${fault}`)
  }
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from release.releases where collection = 'articles'`,
  )
  if (rows[0]?.n !== articles)
    throw new Error(`bench: ${rows[0]?.n} of ${articles} articles are there`)
  process.stdout.write(
    '  whole: no gap, every hash right, every live article released and searchable\n',
  )
}
