-- The log itself: what was submitted, what was decided, what was released. Append-only, enforced here.

create table release.site_sequences (
  log text primary key,
  seq bigint not null check (seq > 0)
);

create table release.submissions (
  id uuid primary key default gen_random_uuid(),
  log text not null,
  collection text not null,
  doc_id integer not null,
  raw jsonb not null,
  body text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex')),
  media_ids integer[] not null default '{}',
  submitted_by integer,
  submitted_at timestamptz not null default clock_timestamp(),
  unique (collection, doc_id, sha256)
);
create index submissions_media on release.submissions using gin (media_ids);

create table release.decisions (
  id uuid primary key default gen_random_uuid(),
  submission_id uuid references release.submissions (id),
  log text not null,
  collection text not null,
  doc_id integer not null,
  kind text not null check (kind in ('publish', 'update', 'correct', 'withdraw')),
  sha256 text,
  decided_by integer not null,
  capacity text not null check (capacity in ('head', 'deputy', 'member', 'emergency', 'import', 'system')),
  reason_code text,
  explanation text,
  publish_at timestamptz,
  decided_at timestamptz not null default clock_timestamp(),
  check (kind = 'withdraw' or capacity = 'import' or (submission_id is not null and sha256 is not null)),
  check (kind <> 'withdraw' or coalesce(reason_code, '') <> '')
);
create index decisions_document on release.decisions (collection, doc_id, decided_at desc);
create index decisions_due on release.decisions (publish_at) where publish_at is not null;
create index decisions_submission on release.decisions (submission_id);

create table release.releases (
  log text not null,
  seq bigint not null,
  id uuid not null unique default gen_random_uuid(),
  collection text not null,
  doc_id integer not null,
  kind text not null check (kind in ('publish', 'update', 'correct', 'withdraw')),
  slug text,
  body text,
  sha256 text,
  decision_id uuid not null references release.decisions (id),
  is_import boolean not null default false,
  reason_code text,
  explanation text,
  released_at timestamptz not null default clock_timestamp(),
  tx xid8 not null default pg_current_xact_id(),
  primary key (log, seq),
  check ((kind = 'withdraw') = (body is null)),
  check (body is null or sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);
create unique index releases_decision on release.releases (decision_id) where not is_import;
create unique index releases_import on release.releases (decision_id, collection, doc_id) where is_import;
create index releases_document on release.releases (collection, doc_id, seq desc);
create index releases_slug on release.releases (log, collection, slug, seq desc);
create index releases_time on release.releases (log, released_at);

create table release.refusals (
  id bigint generated always as identity primary key,
  actor integer,
  collection text not null,
  doc_id integer,
  operation text not null,
  path text,
  code text not null,
  refused_at timestamptz not null default clock_timestamp()
);
create index refusals_time on release.refusals (refused_at desc);

create table release.cursors (
  follower text not null,
  log text not null,
  seq bigint not null default 0,
  primary key (follower, log)
);

-- Filled by the migrator from the plugin's options.
create table release.followers (name text primary key);
create table release.projections (
  collection text primary key,
  title text not null,
  slug text not null,
  lead text,
  category text,
  cover text,
  sort_at text,
  number text,
  kind text,
  search text[] not null default '{}'
);

create function release.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'append_only: % of release.% is refused', tg_op, tg_table_name using errcode = '42501';
end $$;

do $$
declare t text;
begin
  foreach t in array array['submissions', 'decisions', 'releases', 'refusals'] loop
    execute format('create trigger append_only before update or delete on release.%I for each row execute function release.refuse_change()', t);
    execute format('create trigger append_only_truncate before truncate on release.%I for each statement execute function release.refuse_change()', t);
    execute format('alter table release.%I enable always trigger append_only', t);
    execute format('alter table release.%I enable always trigger append_only_truncate', t);
  end loop;
end $$;

-- A decision says the same as the submission it names, down to the hash.
create function release.check_decision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.submission_id is not null and not exists (
    select from release.submissions s
    where s.id = new.submission_id and s.log = new.log and s.collection = new.collection
      and s.doc_id = new.doc_id and s.sha256 = new.sha256
  ) then
    raise exception 'decision_no_longer_matches' using errcode = 'CL409';
  end if;
  new.decided_at := clock_timestamp();
  return new;
end $$;
create trigger check_decision before insert on release.decisions
  for each row execute function release.check_decision();
alter table release.decisions enable always trigger check_decision;
