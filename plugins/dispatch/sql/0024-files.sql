-- Speech and pictures that were made of a bulletin are public as long as it is: asked of the dispatches that carry them.

-- The names of the released files that an instruction tells devices to fetch.
create function dispatch.file_names(snapshot text) returns text[]
  language sql immutable parallel safe cost 10000 set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(distinct substring(url #>> '{}' from '/released/([^/]+)$')), '{}')
    from jsonb_path_query(snapshot::jsonb, 'strict $.media[*].url ? (@ like_regex "/released/[^/]+$")', '{}', true) url
  $$;
grant execute on function dispatch.file_names(text) to coloa_app;

create index dispatches_files on dispatch.dispatches using gin (dispatch.file_names(snapshot));
