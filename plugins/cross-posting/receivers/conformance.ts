import type { Pool } from 'pg'

type Queryable = Pick<Pool, 'query'>

/** How far a site has read one log, and what that means. Times are ISO 8601. */
export type Conformance = {
  log: string
  /** The number it last asked for: everything up to it has reached the site. */
  after: number
  head: number
  behind: number
  pulledAt: string
  keyLabel: string
  /** Withdrawn items which the site, by its number, still shows. */
  stillShown: { collection: string; id: number; title: string; seq: number; withdrawnAt: string }[]
  /** Items whose correction has not reached it. */
  uncorrected: number
}

/** What a site has and lacks, log by log, by the newest pull of any of its keys. */
export const readConformance = async (pool: Queryable, site: string): Promise<Conformance[]> => {
  const { rows } = await pool.query<Conformance>(
    `with newest as (
       select distinct on (p.log) p.log, p.after, p.pulled_at, k.label from cross_posting.pulls p
       join cross_posting.site_keys k on k.id = p.key_id where p.site = $1 order by p.log, p.pulled_at desc
     ), last as (
       select n.*, coalesce((select q.seq from release.site_sequences q where q.log = n.log), 0) as head from newest n
     )
     select l.log, l.after::float8 as after, l.head::float8 as head, greatest(0, l.head - l.after)::float8 as behind,
       to_json(l.pulled_at) #>> '{}' as "pulledAt", l.label as "keyLabel",
       coalesce((select json_agg(json_build_object('collection', w.collection, 'id', w.doc_id, 'title', coalesce(w.title, ''),
           'seq', w.seq, 'withdrawnAt', w.released_at) order by w.seq)
         from (
           select r.collection, r.doc_id, r.seq, r.released_at, (
               select coalesce(b.body::jsonb #>> '{locales,vi,title}', b.slug) from release.releases b where b.log = r.log
                 and b.collection = r.collection and b.doc_id = r.doc_id and b.body is not null order by b.seq desc limit 1) as title
           from release.releases r where r.log = l.log and r.seq > l.after and r.kind = 'withdraw'
             and not exists (select from release.releases n where n.collection = r.collection and n.doc_id = r.doc_id
               and n.log = r.log and n.seq > r.seq)
             and (select b.kind from release.releases b where b.log = r.log and b.collection = r.collection
               and b.doc_id = r.doc_id and b.seq <= l.after order by b.seq desc limit 1) <> 'withdraw'
           order by r.seq limit 200) w), '[]') as "stillShown",
       (select count(distinct (r.collection, r.doc_id))::int from release.releases r where r.log = l.log and r.seq > l.after
         and r.kind = 'correct' and exists (select from release.releases b where b.log = r.log and b.collection = r.collection
           and b.doc_id = r.doc_id and b.seq <= l.after)) as uncorrected
     from last l order by l.log`,
    [site],
  )
  return rows
}
