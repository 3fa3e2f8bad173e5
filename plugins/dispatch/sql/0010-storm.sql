-- What the storm page was asked to do: the client's key makes each act once.

create table dispatch.storm_acts (
  key uuid primary key,
  act text not null check (act in ('issue', 'update', 'end')),
  person integer not null,
  -- Of what was asked, without the code.
  sha256 text not null,
  asked jsonb not null,
  started_at timestamptz not null default clock_timestamp(),
  -- When the board's verb was called; after a crash it is looked up whether that came through.
  tried_at timestamptz,
  bulletin_id integer,
  log text,
  seq bigint,
  done_at timestamptz
);
create index storm_acts_of_bulletin on dispatch.storm_acts (bulletin_id, started_at desc);

-- Exercises that are to come.
create table dispatch.drill_plans (
  id uuid primary key default gen_random_uuid(),
  planned_at timestamptz not null,
  title text not null,
  -- Codes of units; that of the city is everywhere.
  areas text[] not null,
  note text,
  made_at timestamptz not null default clock_timestamp(),
  made_by integer not null,
  dropped_at timestamptz,
  dropped_by integer
);
create index drill_plans_to_come on dispatch.drill_plans (planned_at) where dropped_at is null;

-- What people did on the wall: tried again, went another way.
create table dispatch.wall_acts (
  id bigint generated always as identity primary key,
  dispatch_id uuid not null references dispatch.dispatches (id),
  act text not null check (act in ('retry', 'reroute', 'proof')),
  unit_code text,
  deliveries integer not null,
  at timestamptz not null default clock_timestamp(),
  by_person integer not null
);
create index wall_acts_of_dispatch on dispatch.wall_acts (dispatch_id, at desc);

grant select, insert, update on dispatch.storm_acts, dispatch.drill_plans to coloa_app;
grant select, insert on dispatch.wall_acts to coloa_app;
