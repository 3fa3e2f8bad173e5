-- A file is public as long as something public shows it: asked of what the public reads, whenever somebody fetches it.

-- The names of the frozen files a text shows: of whatever says both address and hash, so that a link alone opens nothing.
-- Said to be costly, so that the index is asked however few the rows are.
create function release.file_names(value jsonb) returns text[]
  language sql immutable parallel safe cost 10000 set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(distinct substr(file ->> 'url', 11)), '{}')
    from jsonb_path_query(value, 'strict $.** ? (@.url starts with "/released/" && @.sha256.type() == "string")', '{}', true) file
    where starts_with(file ->> 'url', '/released/' || (file ->> 'sha256') || '.')
  $$;
grant execute on function release.file_names(jsonb) to coloa_app;

create index items_files on release.current_items using gin (release.file_names(body));
