-- What the registry holds beside public.devices: keys, tests, checks, and what devices tell of themselves.

create table dispatch.device_keys (
  id uuid primary key default gen_random_uuid(),
  device_id integer not null references public.devices (id),
  -- Ed25519, 32 bytes, base64.
  public_key text not null unique check (length(public_key) = 44),
  made_at timestamptz not null default clock_timestamp(),
  made_by integer,
  -- Set when another key follows: until then both hold.
  valid_until timestamptz,
  revoked_at timestamptz,
  revoked_by integer
);
create index device_keys_of_device on dispatch.device_keys (device_id, made_at desc);

-- Every change of lifecycle, with who and why.
create table dispatch.lifecycle (
  id uuid primary key default gen_random_uuid(),
  device_id integer not null references public.devices (id),
  was text,
  becomes text not null,
  at timestamptz not null default clock_timestamp(),
  by_user integer,
  reason text
);
create index lifecycle_of_device on dispatch.lifecycle (device_id, at desc);

-- A connection test; its steps are the evidence. It holds for the device as it was then: `fingerprint`.
create table dispatch.connection_tests (
  id uuid primary key default gen_random_uuid(),
  device_id integer not null references public.devices (id),
  fingerprint text not null,
  started_at timestamptz not null default clock_timestamp(),
  started_by integer,
  ended_at timestamptz,
  outcome text check (outcome in ('passed', 'failed', 'broken_off')),
  note text
);
create index connection_tests_of_device on dispatch.connection_tests (device_id, started_at desc);
create unique index connection_tests_one_at_a_time on dispatch.connection_tests (device_id) where ended_at is null;

create table dispatch.connection_test_steps (
  test_id uuid not null references dispatch.connection_tests (id),
  step text not null,
  outcome text not null check (outcome in ('passed', 'failed', 'skipped')),
  detail text,
  evidence jsonb,
  started_at timestamptz not null,
  ended_at timestamptz not null default clock_timestamp(),
  primary key (test_id, step)
);

-- The cyber-security assessment before connection (S-8.4): who assessed, by which document, with which result.
create table dispatch.security_checks (
  id uuid primary key default gen_random_uuid(),
  device_id integer not null references public.devices (id),
  fingerprint text not null,
  outcome text not null check (outcome in ('passed', 'failed')),
  checked_on date not null,
  document text not null,
  findings text,
  entered_at timestamptz not null default clock_timestamp(),
  entered_by integer
);
create index security_checks_of_device on dispatch.security_checks (device_id, entered_at desc);

-- One row a device: what is known of it now.
create table dispatch.device_states (
  device_id integer primary key references public.devices (id),
  -- The last authentic sign of life of any kind.
  seen_at timestamptz,
  heartbeat_at timestamptz,
  -- As the device told: playing, volume, storageFree, firmware, recent.
  heartbeat jsonb,
  -- Device clock minus ours.
  offset_ms integer,
  -- Attempts that failed one after another.
  failures integer not null default 0,
  failing_since timestamptz,
  -- Null while it is up.
  down_since timestamptz,
  told_at timestamptz
) with (fillfactor = 50);

create table dispatch.presence (
  device_id integer not null references public.devices (id),
  at timestamptz not null default clock_timestamp(),
  is_up boolean not null,
  detail text,
  primary key (device_id, at)
);

-- Receipts, heartbeats and requests that were refused, for auditors; what an attacker sends is kept short.
create table dispatch.refusals (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  what text not null,
  code text not null,
  device_code text,
  detail text
);
create index refusals_newest on dispatch.refusals (at desc);

do $$
declare name text;
begin
  foreach name in array array['lifecycle', 'connection_test_steps', 'security_checks', 'presence', 'refusals'] loop
    execute format('create trigger append_only before update or delete on dispatch.%I for each row execute function release.refuse_change()', name);
    execute format('alter table dispatch.%I enable always trigger append_only', name);
  end loop;
end $$;

-- What a test and a check hold for: another address, channel or make needs them anew.
create function dispatch.fingerprint_of(p_device integer) returns text language sql stable as $$
  select md5(concat_ws('|', d.code, d.device_class::text, d.channel::text, coalesce(d.address, ''), coalesce(d.make, ''),
    coalesce(d.model, ''), coalesce(d.gateway, ''), coalesce(d.alternate_channel::text, ''), coalesce(d.alternate_address, '')))
  from public.devices d where d.id = p_device
$$;

create function dispatch.is_checked(p_device integer) returns boolean language sql stable as $$
  select coalesce((
      select t.outcome = 'passed' from dispatch.connection_tests t
      where t.device_id = p_device and t.fingerprint = dispatch.fingerprint_of(p_device) and t.ended_at is not null
      order by t.ended_at desc limit 1), false)
    and coalesce((
      select c.outcome = 'passed' from dispatch.security_checks c
      where c.device_id = p_device and c.fingerprint = dispatch.fingerprint_of(p_device)
      order by c.entered_at desc limit 1), false)
$$;

-- Whoever writes it, and by whatever way: an active device has passed both, as it is now.
create function dispatch.demand_checked() returns trigger language plpgsql as $$
begin
  if new.lifecycle::text = 'active' and not dispatch.is_checked(new.id) then
    raise exception 'dispatch: device % has not passed its connection test and security check', new.code using errcode = 'check_violation';
  end if;
  return null;
end $$;
-- What was active before there were tests goes on only when it has passed them; nothing that still waits is sent to it.
with suspended as (update public.devices set lifecycle = 'suspended' where lifecycle::text = 'active' returning id)
insert into dispatch.lifecycle (device_id, was, becomes, reason) select id, 'active', 'suspended', 'migrated' from suspended;
update dispatch.deliveries set state = 'cancelled', lease = null, lease_until = null, confirm_by = null,
  last_error = 'device is out of service', changed_at = clock_timestamp()
where state = 'queued' or (state = 'accepted' and confirm_by is not null);

-- A code is part of topics and addresses. Rows from before are not looked at until they are written again.
alter table public.devices add constraint devices_code_is_plain check (code ~ '^[A-Za-z0-9._-]{1,80}$') not valid;
alter table public.device_groups add constraint device_groups_code_is_plain check (code ~ '^[A-Za-z0-9._-]{1,80}$') not valid;
alter table public.units add constraint units_code_is_plain check (code ~ '^[A-Za-z0-9._-]{1,80}$') not valid;

create constraint trigger demand_checked after insert or update on public.devices
  deferrable initially deferred for each row execute function dispatch.demand_checked();
alter table public.devices enable always trigger demand_checked;

-- Evidence is not rewritten: a test is ended once, and says what it came to; nothing else of it changes.
create function dispatch.end_test_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or new.ended_at is null or new.outcome is null
    or to_jsonb(new) - array['ended_at', 'outcome', 'note'] is distinct from to_jsonb(old) - array['ended_at', 'outcome', 'note'] then
    raise exception 'dispatch: connection test % can only be ended, once', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger end_test_once before update on dispatch.connection_tests
  for each row execute function dispatch.end_test_once();
alter table dispatch.connection_tests enable always trigger end_test_once;

-- Whose key it is and which, stays; a revoked key stays revoked.
create function dispatch.keep_key() returns trigger language plpgsql as $$
declare may constant text[] := array['valid_until', 'revoked_at', 'revoked_by', 'used_at'];
begin
  if to_jsonb(new) - may is distinct from to_jsonb(old) - may
    or (old.revoked_at is not null and (new.revoked_at, new.revoked_by) is distinct from (old.revoked_at, old.revoked_by)) then
    raise exception 'dispatch: key % can only be ended', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_key before update on dispatch.device_keys for each row execute function dispatch.keep_key();
alter table dispatch.device_keys enable always trigger keep_key;

grant select, insert on all tables in schema dispatch to coloa_app;
grant update on dispatch.device_keys, dispatch.connection_tests, dispatch.device_states to coloa_app;
grant execute on all functions in schema dispatch to coloa_app;
