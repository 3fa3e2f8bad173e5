-- What the board says about single fields of a submission. A thread belongs to the document and outlives its submission.

create table editorial.threads (
  id uuid primary key default gen_random_uuid(),
  collection text not null,
  doc_id integer not null,
  submission_id uuid not null references release.submissions (id),
  -- names of fields from the top, joined by dots
  field_path text not null check (field_path <> ''),
  -- null: a field that all languages share
  locale text,
  quote text check (length(quote) between 1 and 500),
  opened_by integer not null,
  opened_at timestamptz not null default clock_timestamp()
);
create index threads_of_document on editorial.threads (collection, doc_id, opened_at);

create table editorial.thread_comments (
  id bigint generated always as identity primary key,
  thread_id uuid not null references editorial.threads (id),
  author integer not null,
  at timestamptz not null default clock_timestamp(),
  body text not null check (length(body) between 1 and 4000)
);
create index comments_of_thread on editorial.thread_comments (thread_id, id);

-- A thread is open until its last act says that it is resolved.
create table editorial.thread_acts (
  id bigint generated always as identity primary key,
  thread_id uuid not null references editorial.threads (id),
  actor integer not null,
  at timestamptz not null default clock_timestamp(),
  act text not null check (act in ('resolve', 'reopen'))
);
create index acts_of_thread on editorial.thread_acts (thread_id, id);

create function editorial.thread_is_open(of uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  return coalesce((select a.act = 'reopen' from editorial.thread_acts a where a.thread_id = of order by a.id desc limit 1), true);

do $$
declare name text;
begin
  foreach name in array array['threads', 'thread_comments', 'thread_acts'] loop
    execute format('create trigger append_only before update or delete on editorial.%I for each row execute function release.refuse_change()', name);
    execute format('create trigger append_only_truncate before truncate on editorial.%I for each statement execute function release.refuse_change()', name);
    execute format('alter table editorial.%I enable always trigger append_only', name);
    execute format('alter table editorial.%I enable always trigger append_only_truncate', name);
  end loop;
end $$;

grant usage on schema editorial to coloa_app;
grant select, insert on editorial.threads, editorial.thread_comments, editorial.thread_acts to coloa_app;
