-- Which sections, kinds and languages a document has been released under in a log, and since which number: readers of a
-- part of a log hear of what left their part, and of withdrawals, which have no text to tell it from.
create table release.scopes (
  log text not null,
  collection text not null,
  doc_id integer not null,
  locale text not null,
  category_id integer not null,
  kind_code text not null,
  first_seq bigint not null,
  primary key (log, collection, doc_id, locale, category_id, kind_code)
);
grant select on release.scopes to coloa_app;

insert into release.scopes (log, collection, doc_id, locale, category_id, kind_code, first_seq)
select r.log, r.collection, r.doc_id, l.key, coalesce((l.value ->> p.category)::integer, 0), coalesce(l.value ->> p.kind, ''), min(r.seq)
from release.releases r
join release.projections p on p.collection = r.collection, jsonb_each(r.body::jsonb -> 'locales') l
where r.body is not null
group by 1, 2, 3, 4, 5, 6;

create function release.note_scopes() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into release.scopes (log, collection, doc_id, locale, category_id, kind_code, first_seq)
  select log, collection, doc_id, locale, coalesce(category_id, 0), coalesce(kind_code, ''), seq from new_rows
  on conflict do nothing;
  return null;
end $$;
revoke all on function release.note_scopes() from public;
create trigger scopes_insert after insert on release.current_items referencing new table as new_rows
  for each statement execute function release.note_scopes();
create trigger scopes_update after update on release.current_items referencing new table as new_rows
  for each statement execute function release.note_scopes();

-- Harvesters walk all logs by time; ties are told apart by log and number.
create index releases_harvest on release.releases (released_at, log, seq);
