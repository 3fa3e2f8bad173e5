-- What the application writes of a site has to be borne out by what is there: a verdict by a release within its window, its
-- making good by one after it, an alert that nobody is told of by the silence or the acknowledgement it names. Terms hold from
-- a day that is still ahead, and when an installation began is written once. The owner, who migrates, is not bound.
alter table sla.verdicts enable row level security;
create policy read_all on sla.verdicts for select using (true);
create policy borne_out on sla.verdicts for insert with check (
  verdicts.ends_at <= (select p.judged_until from sla.progress p)
  and case verdicts.state
    when 'met' then exists (
      select from release.releases r where r.log = verdicts.site and r.seq = verdicts.met_by_seq
        and r.released_at >= verdicts.starts_at and r.released_at < verdicts.ends_at
        and r.kind in ('publish', 'update') and not r.is_import)
    else verdicts.met_by_seq is null end);

alter table sla.recoveries enable row level security;
create policy read_all on sla.recoveries for select using (true);
create policy borne_out on sla.recoveries for insert with check (exists (
  select from sla.verdicts v join release.releases r on r.log = v.site
  where v.site = recoveries.site and v.window_code = recoveries.window_code and v.day = recoveries.day and v.state = 'missed'
    and r.seq = recoveries.seq and r.released_at = recoveries.at and r.released_at >= v.ends_at
    and r.kind in ('publish', 'update') and not r.is_import));

alter table sla.alerts enable row level security;
create policy read_all on sla.alerts for select using (true);
create policy borne_out on sla.alerts for insert with check (
  alerts.muted_by is null
  or exists (
    select from sla.silences s where 'silence:' || s.id = alerts.muted_by
      and (s.owner is null or s.owner = alerts.owner) and (s.obligation is null or s.obligation = alerts.obligation)
      and s.from_at <= alerts.fires_at and alerts.fires_at < least(s.until_at, coalesce(s.ended_at, s.until_at)))
  or exists (
    select from sla.acknowledgements k where 'ack:' || k.id = alerts.muted_by and k.thread = alerts.thread
      and (k.incident is null or k.incident = alerts.incident) and k.at <= alerts.fires_at));

alter table sla.obligations enable row level security;
create policy read_all on sla.obligations for select using (true);
-- A day of the deployment's zone may be one behind that of UTC.
create policy ahead on sla.obligations for insert with check (
  obligations.valid_from >= (coalesce((select p.judged_until from sla.progress p), clock_timestamp()) at time zone 'UTC')::date);

revoke update on sla.progress from coloa_app;
grant update (judged_until, ticked_at) on sla.progress to coloa_app;
