-- What the options of a deployment say and the database has to hold the application to; the installation writes it.
create table sla.settings (
  one boolean primary key default true check (one),
  longest_silence_days integer not null default 7 check (longest_silence_days > 0)
);
insert into sla.settings default values;
grant select on sla.settings to coloa_app;

-- The present by the clock that the ticks go by: while they go, that of the database.
create function sla.present() returns timestamptz language sql volatile set search_path = pg_catalog, pg_temp as $$
  select least(clock_timestamp(), (select p.judged_until + (clock_timestamp() - p.ticked_at) from sla.progress p))
$$;

-- That clock goes forward, and no faster than the database's own: nobody goes back in it to write what was never planned.
create function sla.keep_present() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = 'sla.progress'::regclass), 'member') then
    return new;
  end if;
  if new.judged_until < old.judged_until or new.ticked_at < old.ticked_at or new.ticked_at > clock_timestamp() then
    raise exception 'append_only: what was judged stays judged' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_present before update on sla.progress for each row execute function sla.keep_present();
alter table sla.progress enable always trigger keep_present;

-- A silence is for what is planned: it begins no earlier than now, give or take what clocks differ by and typing takes, lasts
-- no longer than the deployment allows, and once ended stays so. The owner, who migrates, is bound by the last alone.
alter table sla.silences enable row level security;
create policy read_all on sla.silences for select using (true);
create policy planned on sla.silences for insert with check (
  silences.from_at >= sla.present() - interval '10 minutes'
  and silences.until_at <= silences.from_at + (select make_interval(days => s.longest_silence_days) from sla.settings s));
create policy end_it on sla.silences for update using (true) with check (silences.ended_at is not null);
revoke insert on sla.silences from coloa_app;
grant insert (owner, obligation, from_at, until_at, reason, by) on sla.silences to coloa_app;

create function sla.keep_silence_ended() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.ended_at is not null and row(new.ended_at, new.ended_by) is distinct from row(old.ended_at, old.ended_by) then
    raise exception 'append_only: a silence that was ended stays so' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_ended before update on sla.silences for each row execute function sla.keep_silence_ended();
alter table sla.silences enable always trigger keep_ended;

-- How far alerts have been told only moves on, and no further than there are alerts: those that come are not told of as if they
-- had been. Nor did the tick go in times to come.
create function sla.keep_told() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = 'sla.telling_state'::regclass), 'member') then
    return new;
  end if;
  if new.alerts_until > coalesce((select max(a.id) from sla.alerts a), 0) or (tg_op = 'INSERT' and new.alerts_until > 0) then
    raise exception 'not_told: alerts that are to come have not been told of' using errcode = '42501';
  end if;
  if new.ran_at > greatest(clock_timestamp(), (select p.judged_until from sla.progress p)) + interval '10 minutes' then
    raise exception 'not_told: nothing has been told in times to come' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and (new.alerts_until < old.alerts_until or new.ran_at < old.ran_at) then
    raise exception 'append_only: what was told stays told' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_told before insert or update on sla.telling_state for each row execute function sla.keep_told();
alter table sla.telling_state enable always trigger keep_told;

-- In which transaction a notice was applied: what it brings into the calendar is written in the same.
alter table sla.calendar_notices add column written_in xid8;
alter table sla.calendar_notices alter column written_in set default pg_current_xact_id();
revoke insert on sla.calendar_notices from coloa_app;
grant insert (number, issued_on, issuing_body, link, unit, full_year, days, changes, entered_by, entered_by_name, applied_at)
  on sla.calendar_notices to coloa_app;

-- A day of the calendar changes with a notice that says so, in one transaction; the first notice of an installation brings in
-- the days that only the options knew. Arguments: the columns of the day, of its unit, and of its kind.
create function sla.demand_notice() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  newest sla.calendar_notices;
  changed jsonb;
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'member') then return null; end if;
  select * into newest from sla.calendar_notices order by id desc limit 1;
  if newest.written_in is distinct from pg_current_xact_id() then
    raise exception 'notice_missing: the calendar changes by a notice alone' using errcode = '42501';
  end if;
  if not exists (select from sla.calendar_notices n where n.id < newest.id) then return null; end if;
  foreach changed in array array_remove(array[to_jsonb(old), to_jsonb(new)], null) loop
    if not exists (
      select from jsonb_array_elements(newest.changes) c
      where c ->> 'date' = changed ->> tg_argv[0] and c ->> 'unit' is not distinct from changed ->> tg_argv[1]
        and (changed is distinct from to_jsonb(new) or c -> 'after' ->> 'kind' = changed ->> tg_argv[2])) then
      raise exception 'notice_missing: the notice says nothing of this day' using errcode = '42501';
    end if;
  end loop;
  return null;
end $$;

-- An act that is said to have been done before it was entered needs a reason beside what was done; when it was entered the
-- database says.
alter table sla.acts add column late_reason text;
alter table sla.acts enable row level security;
create policy read_all on sla.acts for select using (true);
create policy reasoned on sla.acts for insert with check (
  acts.at >= sla.present() - interval '20 minutes' or btrim(acts.late_reason) <> '');
revoke insert on sla.acts from coloa_app;
grant insert (obligation, collection, doc_id, owner, at, note, document, by, late_reason) on sla.acts to coloa_app;

-- What people said in a document of when a clock began or ended: who, when, and what had been said before.
create table sla.claims (
  id bigint generated always as identity primary key,
  collection text not null,
  doc_id integer not null,
  field text not null,
  -- Whether it ends a clock; else it starts one.
  is_end boolean not null,
  at timestamptz,
  before timestamptz,
  late_reason text,
  by integer,
  entered_at timestamptz not null default clock_timestamp(),
  check (at is distinct from before)
);
create index claims_subject on sla.claims (collection, doc_id, id);
create trigger append_only before update or delete on sla.claims for each row execute function sla.refuse_change();
create trigger append_only_truncate before truncate on sla.claims for each statement execute function sla.refuse_change();
alter table sla.claims enable always trigger append_only;
alter table sla.claims enable always trigger append_only_truncate;
grant select on sla.claims to coloa_app;
grant insert (collection, doc_id, field, is_end, at, before, late_reason, by) on sla.claims to coloa_app;
