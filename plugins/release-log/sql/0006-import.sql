-- Bulk: a body is parsed once, and its words are taken once.

-- Two languages of words do not compress; trying to costs more than storing them.
alter table release.item_search alter column text set storage external;
alter table release.item_search alter column exact set storage external;
alter table release.item_search alter column folded set storage external;

-- Writes the read rows of these releases, one a document, from their parsed locales.
create function release.put_items(p_logs text[], p_seqs bigint[], p_collections text[], p_ids integer[],
  p_released_at timestamptz[], p_first_at timestamptz[], p_locales jsonb[]) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into release.current_items as i (collection, doc_id, locale, log, seq, slug, title, lead, category_id, cover,
    sort_at, first_released_at, released_at, number_key, kind_code, body)
  select b.collection, b.doc_id, l.key, b.log, b.seq, coalesce(l.value ->> p.slug, ''), l.value ->> p.title, l.value ->> p.lead,
    (l.value ->> p.category)::integer, l.value -> p.cover,
    coalesce((l.value ->> p.sort_at)::timestamptz, b.first_at), b.first_at, b.released_at,
    l.value ->> p.number, l.value ->> p.kind, l.value
  from unnest(p_logs, p_seqs, p_collections, p_ids, p_released_at, p_first_at, p_locales)
    b(log, seq, collection, doc_id, released_at, first_at, locales)
  join release.projections p on p.collection = b.collection, jsonb_each(b.locales) l
  on conflict (collection, doc_id, locale) do update set log = excluded.log, seq = excluded.seq, slug = excluded.slug,
    title = excluded.title, lead = excluded.lead, category_id = excluded.category_id, cover = excluded.cover,
    sort_at = excluded.sort_at, released_at = excluded.released_at, number_key = excluded.number_key,
    kind_code = excluded.kind_code, body = excluded.body;

  insert into release.item_search as s (collection, doc_id, locale, log, seq, sort_at, number_key, text, exact, folded)
  select t.collection, t.doc_id, t.locale, t.log, t.seq, t.sort_at, t.number_key, t.words,
    setweight(to_tsvector('simple', t.title), 'A') || setweight(to_tsvector('simple', t.words), 'C'),
    setweight(to_tsvector('simple', release.fold(t.title)), 'A') || setweight(to_tsvector('simple', release.fold(t.words)), 'C')
  from (
    select b.collection, b.doc_id, l.key as locale, b.log, b.seq, l.value ->> p.title as title,
      coalesce((l.value ->> p.sort_at)::timestamptz, b.first_at) as sort_at, l.value ->> p.number as number_key,
      left(concat_ws(' ', l.value ->> p.lead, (
        select string_agg(case jsonb_typeof(f.value)
            when 'string' then f.value #>> '{}'
            when 'object' then (
              select string_agg(part #>> '{}', ' ')
              from jsonb_path_query(f.value, 'strict $.**.text ? (@.type() == "string")', '{}', true) part)
          end, ' ')
        from (
          select l.value -> k.key as value from unnest(p.search) with ordinality k(key, n)
          where k.key is distinct from p.lead order by k.n
        ) f)), 200000) as words
    from unnest(p_logs, p_seqs, p_collections, p_ids, p_first_at, p_locales) b(log, seq, collection, doc_id, first_at, locales)
    join release.projections p on p.collection = b.collection, jsonb_each(b.locales) l
    offset 0 -- a fence: the words are taken once, not once a column
  ) t
  on conflict (collection, doc_id, locale) do update set log = excluded.log, seq = excluded.seq, sort_at = excluded.sort_at,
    number_key = excluded.number_key, text = excluded.text, exact = excluded.exact, folded = excluded.folded;
end $$;

create or replace function release.write_items(p_logs text[], p_seqs bigint[]) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from release.current_items i using unnest(p_logs, p_seqs) k(log, seq), release.releases r
  where r.log = k.log and r.seq = k.seq and i.collection = r.collection and i.doc_id = r.doc_id
    and (r.body is null or not ((r.body::jsonb -> 'locales') ? i.locale));
  delete from release.item_search s using unnest(p_logs, p_seqs) k(log, seq), release.releases r
  where r.log = k.log and r.seq = k.seq and s.collection = r.collection and s.doc_id = r.doc_id
    and (r.body is null or not ((r.body::jsonb -> 'locales') ? s.locale));
  perform release.put_items(array_agg(b.log), array_agg(b.seq), array_agg(b.collection), array_agg(b.doc_id),
    array_agg(b.released_at), array_agg(b.first_at), array_agg(b.locales))
  from (
    select r.log, r.seq, r.collection, r.doc_id, r.released_at, r.body::jsonb -> 'locales' as locales,
      coalesce((select min(e.released_at) from release.releases e
        where e.collection = r.collection and e.doc_id = r.doc_id and e.kind <> 'withdraw'), r.released_at) as first_at
    from unnest(p_logs, p_seqs) k(log, seq) join release.releases r on r.log = k.log and r.seq = k.seq
    where r.body is not null
  ) b;
end $$;

-- Many documents under one import decision, set-based. Bodies are canonical, as a submission would hold them.
create or replace function release.append_import(p_decision uuid, p_logs text[], p_collections text[], p_ids integer[],
  p_bodies text[], p_released_at timestamptz[]) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d release.decisions;
  seqs bigint[];
  times timestamptz[];
  parsed jsonb[];
  is_again boolean;
  one record;
begin
  select * into d from release.decisions where id = p_decision;
  if d.id is null or d.capacity <> 'import' or d.kind <> 'publish' then
    raise exception 'decision_missing' using errcode = 'CL404';
  end if;
  if exists (select from unnest(p_collections) c(name) where c.name not in (select collection from release.projections)) then
    raise exception 'not_governed' using errcode = 'CL400';
  end if;
  with wanted as (select log, count(*) as n from unnest(p_logs) u(log) group by log order by log)
  insert into release.site_sequences as q (log, seq) select log, n from wanted
  on conflict (log) do update set seq = q.seq + excluded.seq;
  is_again := exists (
    select from unnest(p_collections, p_ids) g(collection, doc_id)
    join release.releases r on r.collection = g.collection and r.doc_id = g.doc_id);

  -- Numbers follow time within a site; everything stays in the order given.
  with placed as (
    select n, log, row_number() over (partition by log order by released_at, n) as place, count(*) over (partition by log) as total
    from unnest(p_logs, p_released_at) with ordinality g(log, released_at, n)
  )
  select array_agg(q.seq - g.total + g.place order by g.n) into seqs
  from placed g join release.site_sequences q on q.log = g.log;
  select array_agg(coalesce(g.at, clock_timestamp()) order by g.n), array_agg(g.body::jsonb -> 'locales' order by g.n)
  into times, parsed from unnest(p_released_at, p_bodies) with ordinality g(at, body, n);

  insert into release.releases (log, seq, collection, doc_id, kind, slug, body, sha256, decision_id, is_import, released_at)
  select g.log, g.seq, g.collection, g.doc_id, 'publish',
    coalesce(g.locales -> 'vi' ->> p.slug, (select l.value ->> p.slug from jsonb_each(g.locales) l order by l.key limit 1)),
    g.body, encode(sha256(convert_to(g.body, 'UTF8')), 'hex'), d.id, true, g.released_at
  from unnest(p_logs, seqs, p_collections, p_ids, p_bodies, times, parsed)
    g(log, seq, collection, doc_id, body, released_at, locales)
  join release.projections p on p.collection = g.collection;

  if is_again then
    perform release.write_items(p_logs, seqs);
  else
    perform release.put_items(p_logs, seqs, p_collections, p_ids, times, times, parsed);
  end if;
  for one in select log, max(seq) as seq from unnest(p_logs, seqs) u(log, seq) group by log order by log loop
    perform release.announce(one.log, one.seq);
  end loop;
  return coalesce(cardinality(seqs), 0);
end $$;

revoke all on function release.put_items(text[], bigint[], text[], integer[], timestamptz[], timestamptz[], jsonb[]) from public;
