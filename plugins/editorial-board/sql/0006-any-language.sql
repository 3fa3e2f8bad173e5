-- The section of an item, in whatever languages the item has.
create or replace function editorial.category_of(d release.decisions) returns integer
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select (select (l.value ->> p.category)::integer from jsonb_each(b.body::jsonb -> 'locales') l
      where l.value ->> p.category is not null limit 1)
    from release.projections p, lateral (
      select coalesce(
        (select s.body from release.submissions s where s.id = d.submission_id),
        (select r.body from release.releases r where r.collection = d.collection and r.doc_id = d.doc_id and r.body is not null
         order by r.released_at desc limit 1)) as body) b
    where p.collection = d.collection
  $$;
