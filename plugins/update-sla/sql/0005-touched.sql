-- A mark is never waited for: two transactions that touch one subject leave two marks, the tick works off both as one.
alter table sla.touched drop constraint touched_pkey;
alter table sla.touched add column id bigint generated always as identity primary key;

-- When this installation began to owe anything: what was due before is nobody's to answer for.
alter table sla.progress add column began_at timestamptz not null default now();

-- How far a clock's ladder has been climbed.
alter table sla.clocks add column climbed_until timestamptz;

-- Waits until releases that are being written to these logs are there, or not: a window is judged on all of them.
create function sla.settle(p_logs text[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from release.site_sequences where log = any (p_logs) order by log for share;
end $$;
revoke all on function sla.settle(text[]) from public;
grant execute on function sla.settle(text[]) to coloa_app;

-- What keeps an alert from being told: a silence over its moment, or an acknowledgement before it.
create function sla.muted_by(p_owner text, p_obligation text, p_thread text, p_incident text, p_at timestamptz, p_always boolean)
  returns text language sql stable set search_path = pg_catalog, pg_temp as $$
    select coalesce(
      (select 'silence:' || s.id from sla.silences s
       where (s.owner is null or s.owner = p_owner) and (s.obligation is null or s.obligation = p_obligation)
         and s.from_at <= p_at and p_at < least(s.until_at, coalesce(s.ended_at, s.until_at)) order by s.id limit 1),
      (select 'ack:' || k.id from sla.acknowledgements k
       where not p_always and k.thread = p_thread and (k.incident is null or k.incident = p_incident) and k.at <= p_at
       order by k.id limit 1))
  $$;

-- A review is done again and again: acts are a history, not a state.
alter table sla.acts drop constraint acts_pkey;
alter table sla.acts add column id bigint generated always as identity primary key;
create index acts_subject on sla.acts (obligation, collection, doc_id, owner, at);
