-- What the public reads: one row a document and language, written by append() from the approved body alone.

create table release.current_items (
  collection text not null,
  doc_id integer not null,
  locale text not null,
  log text not null,
  seq bigint not null,
  slug text not null,
  title text not null,
  lead text,
  category_id integer,
  cover jsonb,
  sort_at timestamptz not null,
  first_released_at timestamptz not null,
  released_at timestamptz not null,
  number_key text,
  kind_code text,
  body jsonb not null,
  primary key (collection, doc_id, locale)
);
create index items_all on release.current_items (collection, locale, sort_at desc, doc_id desc);
create index items_log on release.current_items (collection, locale, log, sort_at desc, doc_id desc);
create index items_category on release.current_items (collection, locale, category_id, sort_at desc, doc_id desc);
create index items_log_category on release.current_items (collection, locale, log, category_id, sort_at desc, doc_id desc);
create index items_kind on release.current_items (collection, locale, log, kind_code, sort_at desc, doc_id desc);
create index items_released on release.current_items (collection, locale, released_at desc, doc_id desc);
create index items_slug on release.current_items (collection, slug, log, locale);
create index items_number on release.current_items (number_key) where number_key is not null;

create table release.item_counts (
  collection text not null,
  locale text not null,
  log text not null,
  category_id integer not null,
  n bigint not null,
  primary key (collection, locale, log, category_id)
);

create table release.item_search (
  collection text not null,
  doc_id integer not null,
  locale text not null,
  log text not null,
  seq bigint not null,
  sort_at timestamptz not null,
  number_key text,
  text text not null,
  exact tsvector not null,
  folded tsvector not null,
  primary key (collection, doc_id, locale)
);

create function release.fold(value text) returns text
  language sql immutable parallel safe strict set search_path = pg_catalog, pg_temp
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

create index search_exact on release.item_search using gin (exact);
create index search_folded on release.item_search using gin (folded);
create index search_number on release.item_search using gin (number_key public.gin_trgm_ops) where number_key is not null;

-- The words of a value: a text as it is, rich text its text nodes.
create function release.plain_text(value jsonb) returns text
  language sql immutable parallel safe set search_path = pg_catalog, pg_temp
  as $$
    select case jsonb_typeof(value)
      when 'string' then value #>> '{}'
      when 'object' then (
        select string_agg(part #>> '{}', ' ')
        from jsonb_path_query(value, 'strict $.**.text ? (@.type() == "string")', '{}', true) part)
    end
  $$;

create function release.count_items() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then
    insert into release.item_counts as c
      select collection, locale, log, coalesce(category_id, 0), count(*)
      from new_rows group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (collection, locale, log, category_id) do update set n = c.n + excluded.n;
  end if;
  if tg_op in ('UPDATE', 'DELETE') then
    update release.item_counts c set n = c.n - o.n
    from (select collection, locale, log, coalesce(category_id, 0) as category_id, count(*) as n
          from old_rows group by 1, 2, 3, 4) o
    where c.collection = o.collection and c.locale = o.locale and c.log = o.log and c.category_id = o.category_id;
  end if;
  return null;
end $$;
create trigger count_insert after insert on release.current_items referencing new table as new_rows
  for each statement execute function release.count_items();
create trigger count_update after update on release.current_items referencing new table as new_rows old table as old_rows
  for each statement execute function release.count_items();
create trigger count_delete after delete on release.current_items referencing old table as old_rows
  for each statement execute function release.count_items();
