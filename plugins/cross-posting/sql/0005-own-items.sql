-- An item that an outside site pulled from a log and hands back to it is known again, also where the site does not say so.

-- Who published it first, as the site that hands it in says; nothing here has checked it.
alter table cross_posting.proposals add column stated_origin jsonb;

create or replace function cross_posting.keep_offer() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'append_only: a proposal is not deleted' using errcode = '42501';
  end if;
  if row(new.id, new.log, new.origin_log, new.origin_seq, new.collection, new.origin_doc_id, new.root_log, new.root_collection,
      new.root_id, new.sha256, new.body, new.kind, new.hops, new.offered_by, new.offered_at, new.reason, new.title, new.category,
      new.content_kind, new.note, new.url, new.published_at, new.is_emergency, new.stated_origin)
    is distinct from row(old.id, old.log, old.origin_log, old.origin_seq, old.collection, old.origin_doc_id, old.root_log,
      old.root_collection, old.root_id, old.sha256, old.body, old.kind, old.hops, old.offered_by, old.offered_at, old.reason,
      old.title, old.category, old.content_kind, old.note, old.url, old.published_at, old.is_emergency, old.stated_origin) then
    raise exception 'append_only: what was offered is not changed' using errcode = '42501';
  end if;
  if new.state <> old.state and old.state in ('accepted', 'withdrawn', 'superseded', 'dismissed') then
    raise exception 'append_only: a proposal that is settled stays so' using errcode = '42501';
  end if;
  return new;
end $$;

-- What a text says in each of its languages: the hash of its letters, whatever marks, spaces and accents it lost on its way
-- through another program. Texts of less than two sentences are not told apart by their letters: many say "see the file".
create function cross_posting.traces_of(p_body text) returns setof text
  language sql immutable set search_path = pg_catalog, pg_temp
  as $$
    select distinct encode(sha256(convert_to(words.letters, 'UTF8')), 'hex')
    from jsonb_each(case when jsonb_typeof(p_body::jsonb -> 'locales') = 'object' then p_body::jsonb -> 'locales' end) l
    cross join lateral (
      select regexp_replace(release.fold(normalize(string_agg(part #>> '{}', ' '))), '[^a-z0-9]+', '', 'g') as letters
      from jsonb_path_query(l.value, 'strict $.**.text ? (@.type() == "string")', '{}', true) part) words
    where length(words.letters) >= 160
  $$;

create table cross_posting.traces (
  log text not null,
  trace text not null,
  collection text not null,
  doc_id integer not null,
  seq bigint not null,
  -- The first publisher, where the release is a copy.
  root_log text,
  primary key (log, trace, collection, doc_id)
);
grant select on cross_posting.traces to coloa_app;

-- Notes what these releases say; the follower of the log asks, so that no release waits for it.
create function cross_posting.note_traces(p_log text, p_seqs bigint[]) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into cross_posting.traces (log, trace, collection, doc_id, seq, root_log)
      select distinct on (r.collection, r.doc_id, t) r.log, t, r.collection, r.doc_id, r.seq,
        jsonb_path_query_first(r.body::jsonb, '$.locales.*.origin.site', '{}', true) #>> '{}'
      from release.releases r cross join lateral cross_posting.traces_of(r.body) t
      where r.log = p_log and r.seq = any (p_seqs) and r.body is not null
      order by r.collection, r.doc_id, t, r.seq
    on conflict do nothing
  $$;
grant execute on function cross_posting.note_traces(text, bigint[]) to coloa_app;
