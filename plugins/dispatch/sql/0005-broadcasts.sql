-- One publication for all devices of an area or group; their deliveries wait a moment for it before they are handed singly.
create table dispatch.broadcasts (
  id uuid primary key default gen_random_uuid(),
  dispatch_id uuid not null references dispatch.dispatches (id),
  channel text not null,
  kind text not null check (kind in ('area', 'group')),
  code text not null,
  lane smallint not null check (lane in (0, 1, 2)),
  attempts integer not null default 0,
  -- Also the end of a lease: what was taken up and not settled is due again then.
  next_at timestamptz not null default clock_timestamp(),
  lease uuid,
  done_at timestamptz,
  last_error text,
  -- An emergency stays with the broker for devices that start during it, until it is cancelled, replaced or over.
  is_retained boolean not null default false,
  clear_at timestamptz,
  cleared_at timestamptz,
  unique (dispatch_id, channel, kind, code)
);
create index broadcasts_due on dispatch.broadcasts (next_at) where done_at is null;
create index broadcasts_to_clear on dispatch.broadcasts (clear_at) where is_retained and cleared_at is null;

grant select, insert, update on dispatch.broadcasts to coloa_app;

-- What a device that fetches, or asks again, is given.
create index deliveries_open_of_device on dispatch.deliveries (device_id) where state in ('queued', 'accepted');
