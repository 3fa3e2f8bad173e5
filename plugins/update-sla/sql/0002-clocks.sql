-- Obligations with their history, clocks, what was done by hand, and the alerts that follow. An obligation's version is never
-- changed; a clock names the version it runs under.

create table sla.obligations (
  code text not null,
  version integer not null check (version > 0),
  -- As src/domain/sla/obligation.ts describes it.
  definition jsonb not null,
  valid_from date not null,
  valid_to date,
  reason text,
  document text,
  entered_by integer,
  entered_at timestamptz not null default clock_timestamp(),
  primary key (code, version)
);

-- A clock: one owner owes one thing from an event on. Windows have verdicts instead.
create table sla.clocks (
  id bigint generated always as identity primary key,
  obligation text not null,
  version integer not null,
  -- What it is about: a collection and its document; `entry` and sla.entries; `period` and yyyymm or yyyymmdd.
  collection text not null,
  doc_id integer not null,
  owner text not null,
  title text not null,
  event_at timestamptz not null,
  -- When the system could first know of it: rungs before are not climbed.
  noticed_at timestamptz not null,
  promised_on date,
  due_at timestamptz not null,
  extensions integer not null default 0,
  paused_at timestamptz,
  ended_at timestamptz,
  -- `<log>:<seq>` of the release, or `act`.
  ended_by text,
  voided_at timestamptz,
  -- When the tick has to look at it next; null when nothing can happen to it any more.
  next_rung_at timestamptz,
  is_late boolean generated always as (ended_at is not null and ended_at > due_at) stored,
  unique (obligation, collection, doc_id, owner),
  foreign key (obligation, version) references sla.obligations (code, version)
);
create index clocks_next on sla.clocks (next_rung_at) where next_rung_at is not null;
create index clocks_open on sla.clocks (due_at) where ended_at is null and voided_at is null;
create index clocks_owner on sla.clocks (owner, due_at);
create index clocks_subject on sla.clocks (collection, doc_id);

-- What people did to a clock, with a reason. `until`: the new deadline of an extension.
create table sla.adjustments (
  id bigint generated always as identity primary key,
  clock bigint not null references sla.clocks (id),
  kind text not null check (kind in ('pause', 'resume', 'extend')),
  at timestamptz not null,
  until timestamptz,
  reason text not null check (btrim(reason) <> ''),
  by integer,
  entered_at timestamptz not null default clock_timestamp(),
  check ((kind = 'extend') = (until is not null))
);
create index adjustments_clock on sla.adjustments (clock, at);

-- Events that no collection holds: an account request, an incident, a report asked for.
create table sla.entries (
  id integer generated always as identity primary key,
  obligation text not null,
  owner text not null,
  title text not null check (btrim(title) <> ''),
  event_at timestamptz not null,
  entered_by integer,
  entered_at timestamptz not null default clock_timestamp()
);

-- What was done outside the system ends a clock here, once.
create table sla.acts (
  obligation text not null,
  collection text not null,
  doc_id integer not null,
  owner text not null,
  at timestamptz not null,
  note text not null check (btrim(note) <> ''),
  document text,
  by integer,
  entered_at timestamptz not null default clock_timestamp(),
  primary key (obligation, collection, doc_id, owner)
);

-- Subjects to look at again: marked by triggers and by the follower, worked off by the tick.
create table sla.touched (
  collection text not null,
  doc_id integer not null,
  primary key (collection, doc_id)
);

-- A missed window that was made good: the first update after its end.
create table sla.recoveries (
  site text not null,
  window_code text not null,
  day date not null,
  at timestamptz not null,
  seq bigint not null,
  primary key (site, window_code, day),
  foreign key (site, window_code, day) references sla.verdicts (site, window_code, day)
);
create index verdicts_missed on sla.verdicts (site, ends_at) where state = 'missed';

-- One rung climbed by one incident under one due time: recorded once, whoever ticks, whenever.
create table sla.alerts (
  id bigint generated always as identity primary key,
  -- `window:<code>:<day>:<site>` or `clock:<id>`.
  incident text not null,
  -- What is told together: `window:<code>:<day>`, or the incident itself.
  thread text not null,
  obligation text not null,
  version integer not null,
  owner text not null,
  clock bigint references sla.clocks (id),
  day date,
  -- Code of the rung, or `recovered`.
  rung text not null,
  severity text not null check (severity in ('notice', 'warning', 'breach')),
  due_at timestamptz not null,
  fires_at timestamptz not null,
  noted_at timestamptz not null,
  -- Why nobody is told: `silence:<id>` or `ack:<id>`.
  muted_by text,
  unique (incident, rung, due_at)
);
create index alerts_thread on sla.alerts (thread, fires_at);
create index alerts_time on sla.alerts (fires_at desc);

create table sla.silences (
  id bigint generated always as identity primary key,
  -- Null: all.
  owner text,
  obligation text,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  reason text not null check (btrim(reason) <> ''),
  by integer,
  entered_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  ended_by integer
);
create index silences_time on sla.silences (until_at);

-- Somebody took an incident, or a whole thread, into his hands: later rungs of it are not told, those marked `always` are.
create table sla.acknowledgements (
  id bigint generated always as identity primary key,
  thread text not null,
  -- Null: the whole thread.
  incident text,
  email text,
  person integer,
  note text,
  at timestamptz not null default clock_timestamp()
);
create index acknowledgements_thread on sla.acknowledgements (thread);

alter table sla.progress add column ticked_at timestamptz not null default now();

create function sla.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'append_only: % of sla.% is refused', tg_op, tg_table_name using errcode = '42501';
end $$;
do $$
declare t text;
begin
  foreach t in array array['obligations', 'adjustments', 'entries', 'acts', 'recoveries', 'alerts', 'acknowledgements', 'verdicts'] loop
    execute format('create trigger append_only before update or delete on sla.%I for each row execute function sla.refuse_change()', t);
    execute format('create trigger append_only_truncate before truncate on sla.%I for each statement execute function sla.refuse_change()', t);
  end loop;
end $$;

-- Trigger arguments: the collection, and the column that holds the document's id.
create function sla.note_touch() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_id integer := (to_jsonb(coalesce(new, old)) ->> tg_argv[1])::integer;
begin
  if v_id is not null then
    insert into sla.touched (collection, doc_id) values (tg_argv[0], v_id) on conflict do nothing;
  end if;
  return null;
end $$;

create function sla.note_own_touch() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into sla.touched (collection, doc_id) values (
    case when tg_table_name = 'entries' then 'entry' else to_jsonb(new) ->> 'collection' end,
    case when tg_table_name = 'entries' then (to_jsonb(new) ->> 'id')::integer else (to_jsonb(new) ->> 'doc_id')::integer end
  ) on conflict do nothing;
  return null;
end $$;
create trigger touch after insert on sla.entries for each row execute function sla.note_own_touch();
create trigger touch after insert on sla.acts for each row execute function sla.note_own_touch();

create function sla.note_adjusted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into sla.touched (collection, doc_id) select c.collection, c.doc_id from sla.clocks c where c.id = new.clock on conflict do nothing;
  return null;
end $$;
create trigger touch after insert on sla.adjustments for each row execute function sla.note_adjusted();

-- Updates of a site as windows count them.
create index releases_updates on release.releases (log, released_at) include (seq)
  where kind in ('publish', 'update') and not is_import;

grant select, insert on sla.obligations, sla.adjustments, sla.entries, sla.acts, sla.recoveries, sla.alerts, sla.acknowledgements to coloa_app;
grant select, insert, update on sla.clocks, sla.silences to coloa_app;
grant select, insert, delete on sla.touched to coloa_app;
