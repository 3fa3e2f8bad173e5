-- The one way into the log.

-- Rewrites the read rows of the releases named, from their bodies. A withdrawal leaves none.
create function release.write_items(p_logs text[], p_seqs bigint[]) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from release.current_items i using unnest(p_logs, p_seqs) k(log, seq), release.releases r
  where r.log = k.log and r.seq = k.seq and i.collection = r.collection and i.doc_id = r.doc_id
    and (r.body is null or not ((r.body::jsonb -> 'locales') ? i.locale));
  delete from release.item_search s using unnest(p_logs, p_seqs) k(log, seq), release.releases r
  where r.log = k.log and r.seq = k.seq and s.collection = r.collection and s.doc_id = r.doc_id
    and (r.body is null or not ((r.body::jsonb -> 'locales') ? s.locale));

  with bodies as materialized (
    select r.collection, r.doc_id, r.log, r.seq, r.released_at, r.body::jsonb -> 'locales' as locales,
      coalesce((select min(b.released_at) from release.releases b
        where b.collection = r.collection and b.doc_id = r.doc_id and b.kind <> 'withdraw'), r.released_at) as first_at
    from unnest(p_logs, p_seqs) k(log, seq) join release.releases r on r.log = k.log and r.seq = k.seq
    where r.body is not null
  )
  insert into release.current_items as i (collection, doc_id, locale, log, seq, slug, title, lead, category_id, cover,
    sort_at, first_released_at, released_at, number_key, kind_code, body)
  select b.collection, b.doc_id, l.key, b.log, b.seq, coalesce(l.value ->> p.slug, ''), l.value ->> p.title, l.value ->> p.lead,
    (l.value ->> p.category)::integer, l.value -> p.cover,
    coalesce((l.value ->> p.sort_at)::timestamptz, b.first_at), b.first_at, b.released_at,
    l.value ->> p.number, l.value ->> p.kind, l.value
  from bodies b join release.projections p on p.collection = b.collection, jsonb_each(b.locales) l
  on conflict (collection, doc_id, locale) do update set log = excluded.log, seq = excluded.seq, slug = excluded.slug,
    title = excluded.title, lead = excluded.lead, category_id = excluded.category_id, cover = excluded.cover,
    sort_at = excluded.sort_at, released_at = excluded.released_at, number_key = excluded.number_key,
    kind_code = excluded.kind_code, body = excluded.body;

  insert into release.item_search as s (collection, doc_id, locale, log, seq, sort_at, number_key, text, exact, folded)
  select t.collection, t.doc_id, t.locale, t.log, t.seq, t.sort_at, t.number_key, t.words,
    setweight(to_tsvector('simple', t.title), 'A') || setweight(to_tsvector('simple', t.words), 'C'),
    setweight(to_tsvector('simple', release.fold(t.title)), 'A') || setweight(to_tsvector('simple', release.fold(t.words)), 'C')
  from (
    select i.collection, i.doc_id, i.locale, i.log, i.seq, i.sort_at, i.number_key, i.title,
      left(concat_ws(' ', i.lead, (
        select string_agg(release.plain_text(i.body -> key), ' ' order by n)
        from unnest(p.search) with ordinality f(key, n) where key is distinct from p.lead)), 200000) as words
    from unnest(p_logs, p_seqs) k(log, seq)
    join release.releases r on r.log = k.log and r.seq = k.seq
    join release.current_items i on i.collection = r.collection and i.doc_id = r.doc_id
    join release.projections p on p.collection = i.collection
  ) t
  on conflict (collection, doc_id, locale) do update set log = excluded.log, seq = excluded.seq, sort_at = excluded.sort_at,
    number_key = excluded.number_key, text = excluded.text, exact = excluded.exact, folded = excluded.folded;
end $$;

-- Tells followers (by a job on this transaction) and listeners (at commit).
create function release.announce(p_log text, p_seq bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job('follow:' || f.name, payload := json_build_object('log', p_log),
    job_key := 'follow:' || f.name || ':' || p_log)
  from (select name from release.followers order by name) f;
  perform pg_notify('release', p_log || ':' || p_seq);
end $$;

create function release.slug_of(p_collection text, p_body jsonb) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select coalesce(p_body -> 'locales' -> 'vi' ->> p.slug,
      (select l.value ->> p.slug from jsonb_each(p_body -> 'locales') l order by l.key limit 1))
    from release.projections p where p.collection = p_collection
  $$;

create function release.append(p_decision uuid) returns release.releases
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d release.decisions;
  s release.submissions;
  last release.releases;
  done release.releases;
  next_seq bigint;
begin
  select * into d from release.decisions where id = p_decision;
  if d.id is null or d.capacity = 'import' then raise exception 'decision_missing' using errcode = 'CL404'; end if;
  if d.publish_at > clock_timestamp() then raise exception 'decision_not_due' using errcode = 'CL409'; end if;
  if d.kind <> 'withdraw' then
    select * into s from release.submissions where id = d.submission_id;
    if s.id is null or s.sha256 is distinct from d.sha256 then
      raise exception 'decision_no_longer_matches' using errcode = 'CL409';
    end if;
  end if;
  if not exists (select from release.projections where collection = d.collection) then
    raise exception 'not_governed' using errcode = 'CL400';
  end if;

  insert into release.site_sequences as q (log, seq) values (d.log, 1)
  on conflict (log) do update set seq = q.seq + 1 returning q.seq into next_seq;

  if exists (select from release.releases where decision_id = d.id) then
    raise exception 'decision_already_used' using errcode = 'CL409';
  end if;
  select * into last from release.releases
  where collection = d.collection and doc_id = d.doc_id order by released_at desc, seq desc limit 1;
  if d.kind = 'withdraw' and (last.id is null or last.kind = 'withdraw') then
    raise exception 'nothing_to_withdraw' using errcode = 'CL409';
  end if;
  if last.id is not null and last.kind <> 'withdraw' and last.log <> d.log then
    raise exception 'document_moved' using errcode = 'CL409';
  end if;

  insert into release.releases (log, seq, collection, doc_id, kind, slug, body, sha256, decision_id, reason_code, explanation)
  values (d.log, next_seq, d.collection, d.doc_id, d.kind,
    case when d.kind = 'withdraw' then last.slug else release.slug_of(d.collection, s.body::jsonb) end,
    s.body, s.sha256, d.id, d.reason_code, d.explanation)
  returning * into done;
  perform release.write_items(array[done.log], array[done.seq]);
  perform release.announce(done.log, done.seq);
  return done;
end $$;

-- Many documents under one import decision, set-based. Bodies are canonical, as a submission would hold them.
create function release.append_import(p_decision uuid, p_logs text[], p_collections text[], p_ids integer[], p_bodies text[],
  p_released_at timestamptz[]) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d release.decisions;
  logs text[];
  seqs bigint[];
  one record;
begin
  select * into d from release.decisions where id = p_decision;
  if d.id is null or d.capacity <> 'import' or d.kind <> 'publish' then
    raise exception 'decision_missing' using errcode = 'CL404';
  end if;
  with wanted as (select log, count(*) as n from unnest(p_logs) u(log) group by log order by log)
  insert into release.site_sequences as q (log, seq) select log, n from wanted
  on conflict (log) do update set seq = q.seq + excluded.seq;

  with given as (
    select g.*, row_number() over (partition by log order by released_at, n) as place, count(*) over (partition by log) as total
    from unnest(p_logs, p_collections, p_ids, p_bodies, p_released_at) with ordinality g(log, collection, doc_id, body, released_at, n)
  ), added as (
    insert into release.releases (log, seq, collection, doc_id, kind, slug, body, sha256, decision_id, is_import, released_at)
    select g.log, q.seq - g.total + g.place, g.collection, g.doc_id, 'publish', release.slug_of(g.collection, g.body::jsonb),
      g.body, encode(sha256(convert_to(g.body, 'UTF8')), 'hex'), d.id, true, coalesce(g.released_at, clock_timestamp())
    from given g join release.site_sequences q on q.log = g.log
    returning log, seq
  )
  select array_agg(log), array_agg(seq) into logs, seqs from added;
  perform release.write_items(logs, seqs);
  for one in select log, max(seq) as seq from unnest(logs, seqs) u(log, seq) group by log order by log loop
    perform release.announce(one.log, one.seq);
  end loop;
  return coalesce(cardinality(seqs), 0);
end $$;

revoke all on all functions in schema release from public;
grant usage on schema release to coloa_app;
grant select on all tables in schema release to coloa_app;
grant insert on release.submissions, release.decisions, release.refusals to coloa_app;
grant insert, update on release.cursors to coloa_app;
grant execute on function release.append(uuid) to coloa_app;
grant execute on function release.append_import(uuid, text[], text[], integer[], text[], timestamptz[]) to coloa_app;
grant execute on function release.fold(text) to coloa_app;
grant execute on function release.check_decision() to coloa_app;
grant execute on function release.refuse_change() to coloa_app;
