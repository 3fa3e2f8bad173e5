-- What was made of bulletins: speech, pictures for boards; and what was found in uploaded sound and video.

-- By what it was made from: the same text for the same board is made once.
create table dispatch.made_forms (
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  role text not null check (role in ('audio', 'image')),
  -- In their order: [{"file", "sha256", "mimeType", "bytes", "seconds"?, "loudness"?, "width"?, "height"?}]
  files jsonb not null check (jsonb_typeof(files) = 'array'),
  -- The program and what it said of itself.
  made_by text not null,
  made_at timestamptz not null default clock_timestamp()
);

-- Sound and video as they were taken in.
create table dispatch.media_checks (
  media_id integer not null,
  at timestamptz not null default clock_timestamp(),
  -- Of the stored file.
  sha256 text not null,
  -- By content, not by name.
  was_type text not null,
  -- false: no program was there to do it; the file is stored as it came.
  is_normalised boolean not null,
  seconds real,
  loudness real,
  detail text,
  primary key (media_id, at)
);

do $$
declare name text;
begin
  foreach name in array array['made_forms', 'media_checks'] loop
    execute format('create trigger append_only before update or delete on dispatch.%I for each row execute function release.refuse_change()', name);
    execute format('alter table dispatch.%I enable always trigger append_only', name);
  end loop;
end $$;
grant select, insert on dispatch.made_forms, dispatch.media_checks to coloa_app;
