import type pg from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import { catchUp } from '#plugins/update-sla/catchUp.ts'
import { progress } from '#src/start/progress.mjs'

const FROM = '2026-01-01T00:00:00+07:00'
/** First document id of made-up releases. */
const FIRST = 20_000_000

/**
 * A year of a city: sites, releases spread over its days and hours, and things owed that are all still open; then one tick
 * that judges all of it.
 *
 * @param options.owner as the owner of the database; checks of single decisions are off while they are loaded
 */
export const fillClocks = async (options: {
  owner: pg.Pool
  pool: pg.Pool
  now: Date
  sites: number
  releases: number
  clocks: number
}): Promise<void> => {
  const { owner, pool, now, sites, releases, clocks } = options
  await owner.query(
    `insert into public.sites (code, kind, hosting, is_active)
     select case when n = 0 then 'thanh-pho' else 'trang-' || n end,
       (case when n = 0 then 'city' else 'component' end)::public.enum_sites_kind, 'here', true from generate_series(0, $1::int - 1) n`,
    [sites],
  )
  await inTransaction(pool, (client) => catchUp(client, new Date(FROM)))
  const loading = progress(`Writing ${releases} releases and ${clocks} things owed`)
  await owner.query('alter table release.decisions disable trigger check_decision')
  await owner.query(
    `insert into release.decisions (id, log, collection, doc_id, kind, decided_by, capacity)
     select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, s.code, 'articles', ${FIRST} + n, 'publish', 1, 'import'
     from generate_series(1, $1::int) n join (select code, row_number() over (order by id) - 1 as k, count(*) over () as total from public.sites) s
       on s.k = n % s.total`,
    [releases],
  )
  await owner.query(
    `insert into release.releases (log, seq, collection, doc_id, kind, slug, body, sha256, decision_id, released_at)
     select d.log, row_number() over (partition by d.log order by t.at, d.doc_id), 'articles', d.doc_id, 'publish', 'tin-' || d.doc_id, '{}',
       encode(sha256('{}'), 'hex'), d.id, t.at
     from release.decisions d cross join lateral (
       select $1::timestamptz + make_interval(days => (hashint4(d.doc_id) & 2147483647) % 328,
         secs => 27000 + (hashint4(d.doc_id * 7) & 2147483647) % 54000) as at) t
     where d.doc_id > ${FIRST}`,
    [FROM],
  )
  await owner.query(
    `insert into release.site_sequences (log, seq) select log, max(seq) from release.releases group by log
     on conflict (log) do update set seq = excluded.seq`,
  )
  await owner.query('alter table release.decisions enable always trigger check_decision')
  await owner.query(
    `insert into sla.entries (obligation, owner, title, event_at, entered_at)
     select 'programme', 'site:trang-' || 1 + n % ($2::int - 1), 'Việc số ' || n, t.at, t.at
     from generate_series(1, $1::int) n cross join lateral (select $3::timestamptz - make_interval(mins => n % 12000) as at) t`,
    [clocks, sites, now],
  )
  await owner.query('vacuum (analyze)')
  loading.done()
  const ticking = progress('One tick over the whole year')
  await inTransaction(pool, (client) => catchUp(client, now))
  ticking.done()
  await owner.query('vacuum (analyze)')
}

/** One more release of a site, as the log would have it. */
export const releaseOne = async (owner: pg.Pool, n: number, at: Date): Promise<void> => {
  await owner.query(
    `with s as (
       update release.site_sequences set seq = seq + 1 where log = 'trang-' || ($1::int % 200 + 1) returning log, seq
     ), d as (
       insert into release.decisions (log, collection, doc_id, kind, decided_by, capacity)
       select log, 'articles', $1::int + 1, 'publish', 1, 'import' from s returning id
     )
     insert into release.releases (log, seq, collection, doc_id, kind, slug, body, sha256, decision_id, released_at)
     select s.log, s.seq, 'articles', $1::int + 1, 'publish', 'moi-' || $1, '{}', encode(sha256('{}'), 'hex'), d.id, $2 from s, d`,
    [n, at],
  )
}
