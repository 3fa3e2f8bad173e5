-- Communes' own programme: what they are offered, what they take, when it is aired, and who settled what.

-- The hours in which a commune's radio or boards are on (H-7.2, H-7.3.1); the newest version in force on a day holds.
create table dispatch.time_frames (
  id uuid primary key default gen_random_uuid(),
  unit_code text not null,
  medium text not null check (medium in ('radio', 'board')),
  -- [{"days": [1..7], "from": "05:00", "to": "05:30"}], Monday is 1.
  frames jsonb not null,
  valid_from date not null,
  entered_at timestamptz not null default clock_timestamp(),
  entered_by integer,
  reason text
);
create index time_frames_of_unit on dispatch.time_frames (unit_code, medium, valid_from desc, entered_at desc);

-- A released bulletin before one commune. Emergencies make none: they are played (H-12.1.2).
create table dispatch.offers (
  id uuid primary key default gen_random_uuid(),
  doc_id integer not null,
  log text not null,
  -- The newest release of the bulletin.
  seq bigint not null,
  unit_code text not null,
  -- Whether the commune's own board released it.
  is_own boolean not null default false,
  priority text not null check (priority in ('priority', 'normal')),
  title text not null,
  seconds integer not null check (seconds > 0),
  -- The air time its supplier asked for.
  proposed_at timestamptz,
  expires_at timestamptz,
  state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'withdrawn', 'expired')),
  version integer not null default 1,
  made_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (doc_id, unit_code)
);
create index offers_of_unit on dispatch.offers (unit_code, state, made_at desc);

create table dispatch.offer_events (
  id uuid primary key default gen_random_uuid(),
  offer_id uuid not null references dispatch.offers (id),
  at timestamptz not null default clock_timestamp(),
  event text not null check (event in ('offered', 'renewed', 'accepted', 'declined', 'reopened', 'withdrawn', 'expired')),
  by_user integer,
  reason text,
  seq bigint
);
create index offer_events_of_offer on dispatch.offer_events (offer_id, at);

-- One item of a commune's day.
create table dispatch.airings (
  id uuid primary key default gen_random_uuid(),
  offer_id uuid not null references dispatch.offers (id),
  unit_code text not null,
  medium text not null check (medium in ('radio', 'board')),
  priority text not null check (priority in ('priority', 'normal')),
  starts_at timestamptz not null,
  seconds integer not null check (seconds > 0),
  state text not null default 'planned' check (state in ('planned', 'undecided', 'sent', 'aired', 'missed', 'interrupted', 'dropped')),
  -- Rises with each change: a changed airing that was sent already is sent again as an update.
  version integer not null default 1,
  -- The airing that takes the place of this one, and the emergency that cut into it.
  requeued_as uuid references dispatch.airings (id),
  interrupted_by uuid references dispatch.dispatches (id),
  made_at timestamptz not null default clock_timestamp(),
  made_by integer,
  changed_at timestamptz not null default clock_timestamp()
);
create index airings_of_unit on dispatch.airings (unit_code, starts_at);
create index airings_due on dispatch.airings (starts_at) where state = 'planned';

create table dispatch.airing_events (
  id uuid primary key default gen_random_uuid(),
  airing_id uuid not null references dispatch.airings (id),
  at timestamptz not null default clock_timestamp(),
  event text not null,
  by_user integer,
  reason text,
  detail jsonb
);
create index airing_events_of_airing on dispatch.airing_events (airing_id, at);

-- Two priority items for one hour: a named person of the commune decides, else the recorded default at `decide_by` (S-12.2, H-12.2).
create table dispatch.clashes (
  id uuid primary key default gen_random_uuid(),
  unit_code text not null,
  ours uuid not null references dispatch.airings (id),
  theirs uuid not null references dispatch.airings (id),
  opened_at timestamptz not null default clock_timestamp(),
  decide_by timestamptz not null,
  -- Who may decide: 'communeUser' or 'communeChair', as the regulation in force when it opened says.
  decider text not null check (decider in ('communeUser', 'communeChair')),
  clause text not null,
  decided_at timestamptz,
  decided_by integer,
  decision text check (decision in ('ours_first', 'theirs_first', 'ours_only', 'theirs_only')),
  is_default boolean not null default false,
  reason text,
  unique (ours, theirs)
);
create index clashes_open on dispatch.clashes (unit_code, decide_by) where decided_at is null;

do $$
declare name text;
begin
  foreach name in array array['time_frames', 'offer_events', 'airing_events'] loop
    execute format('create trigger append_only before update or delete on dispatch.%I for each row execute function release.refuse_change()', name);
    execute format('alter table dispatch.%I enable always trigger append_only', name);
  end loop;
end $$;

grant select, insert on all tables in schema dispatch to coloa_app;
grant update on dispatch.offers, dispatch.airings, dispatch.clashes to coloa_app;
