-- Every change of lifecycle leaves a row, by whatever way it was made. Who and why come with the transaction, where it says so.
create function dispatch.log_lifecycle() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or old.lifecycle is distinct from new.lifecycle then
    insert into dispatch.lifecycle (device_id, was, becomes, by_user, reason)
    values (new.id, case when tg_op = 'UPDATE' then old.lifecycle::text end, new.lifecycle::text,
      nullif(current_setting('dispatch.by_user', true), '')::integer, nullif(current_setting('dispatch.reason', true), ''));
    -- What the device obeys follows its state: senders tell it.
    perform pg_notify('dispatch', 'setup:' || new.code);
  end if;
  return null;
end $$;
create trigger log_lifecycle after insert or update of lifecycle on public.devices
  for each row execute function dispatch.log_lifecycle();
alter table public.devices enable always trigger log_lifecycle;

-- A retired device stays retired: who sets it up again registers it anew.
create function dispatch.keep_retired() returns trigger language plpgsql as $$
begin
  if old.lifecycle::text = 'retired' and new.lifecycle::text <> 'retired' then
    raise exception 'dispatch: device % is retired', old.code using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_retired before update of lifecycle on public.devices
  for each row execute function dispatch.keep_retired();
alter table public.devices enable always trigger keep_retired;

-- A test that broke off says nothing about the device.
create or replace function dispatch.is_checked(p_device integer) returns boolean language sql stable as $$
  select coalesce((
      select t.outcome = 'passed' from dispatch.connection_tests t
      where t.device_id = p_device and t.fingerprint = dispatch.fingerprint_of(p_device)
        and t.outcome in ('passed', 'failed')
      order by t.ended_at desc limit 1), false)
    and coalesce((
      select c.outcome = 'passed' from dispatch.security_checks c
      where c.device_id = p_device and c.fingerprint = dispatch.fingerprint_of(p_device)
      order by c.entered_at desc limit 1), false)
$$;

alter table dispatch.device_keys
  add column label text,
  add column used_at timestamptz;

-- What a device answered to a question of ours: that it is the one, and what its clock says.
create table dispatch.device_answers (
  nonce text primary key,
  device_id integer not null references public.devices (id),
  asked_at timestamptz not null default clock_timestamp(),
  answered_at timestamptz,
  -- Device clock minus ours.
  offset_ms integer
);
create index device_answers_of_device on dispatch.device_answers (device_id, asked_at desc);

-- What operations and communes were told of devices lost and found: everything in dispatch.presence until `upto`.
create table dispatch.tellings (
  id uuid primary key default gen_random_uuid(),
  -- 'ops', or the code of a unit.
  audience text not null,
  at timestamptz not null default clock_timestamp(),
  upto timestamptz not null,
  mail_key text,
  lost integer not null,
  found integer not null
);
create index tellings_of_audience on dispatch.tellings (audience, at desc);
create index presence_newest on dispatch.presence (at desc);

-- When the watch over devices looked last, and since when it has done so without a gap: before that nobody heard them.
create table dispatch.watches (
  name text primary key,
  at timestamptz not null,
  since timestamptz not null
);

create trigger append_only before update or delete on dispatch.tellings for each row execute function release.refuse_change();
alter table dispatch.tellings enable always trigger append_only;

grant select, insert on dispatch.device_answers, dispatch.tellings, dispatch.watches to coloa_app;
grant update on dispatch.device_answers, dispatch.watches to coloa_app;
grant execute on all functions in schema dispatch to coloa_app;
