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
