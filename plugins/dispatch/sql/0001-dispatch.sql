-- One instruction to many devices, and what each did with it.

create table dispatch.dispatches (
  id uuid primary key default gen_random_uuid(),
  log text not null,
  seq bigint not null,
  doc_id integer not null,
  kind text not null check (kind in ('alert', 'update', 'cancel', 'exercise')),
  priority text not null check (priority in ('emergency', 'priority', 'normal')),
  title text not null,
  issuer text not null,
  -- Self-contained: nothing in it may change when the bulletin or the registry does.
  snapshot text not null,
  sha256 text not null,
  effective_at timestamptz not null,
  expires_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  unique (log, seq)
);
create index dispatches_of_bulletin on dispatch.dispatches (doc_id, created_at desc);
create index dispatches_newest on dispatch.dispatches (created_at desc);

create table dispatch.deliveries (
  id uuid primary key default gen_random_uuid(),
  dispatch_id uuid not null references dispatch.dispatches (id),
  device_id integer not null,
  device_code text not null,
  unit_code text not null,
  channel text not null check (channel in ('http', 'mqtt')),
  address text,
  lane smallint not null check (lane in (0, 1, 2)),
  state text not null default 'queued' check (state in (
    'queued', 'accepted', 'received', 'staged', 'playing', 'played', 'proven', 'refused', 'expired', 'superseded', 'dead')),
  attempts integer not null default 0,
  next_at timestamptz not null default clock_timestamp(),
  lease uuid,
  lease_until timestamptz,
  last_error text,
  accepted_at timestamptz,
  received_at timestamptz,
  changed_at timestamptz not null default clock_timestamp(),
  unique (dispatch_id, device_id)
);
create index deliveries_due on dispatch.deliveries (lane, next_at) where state = 'queued';
create index deliveries_of_device on dispatch.deliveries (device_id, changed_at desc);

create table dispatch.attempts (
  delivery_id uuid not null references dispatch.deliveries (id),
  n integer not null,
  started_at timestamptz not null,
  ended_at timestamptz not null default clock_timestamp(),
  outcome text not null check (outcome in ('accepted', 'failed')),
  detail text,
  primary key (delivery_id, n)
);

create table dispatch.receipts (
  delivery_id uuid not null references dispatch.deliveries (id),
  kind text not null check (kind in ('received', 'staged', 'playing', 'played', 'proven', 'refused')),
  event_id text not null,
  device_at timestamptz not null,
  stored_at timestamptz not null default clock_timestamp(),
  detail text,
  is_late boolean not null default false,
  primary key (delivery_id, kind, event_id)
);

do $$
declare name text;
begin
  foreach name in array array['dispatches', 'attempts', 'receipts'] loop
    execute format('create trigger append_only before update or delete on dispatch.%I for each row execute function release.refuse_change()', name);
    execute format('alter table dispatch.%I enable always trigger append_only', name);
  end loop;
end $$;

grant usage on schema dispatch to coloa_app;
grant select, insert on all tables in schema dispatch to coloa_app;
grant update on dispatch.deliveries to coloa_app;
