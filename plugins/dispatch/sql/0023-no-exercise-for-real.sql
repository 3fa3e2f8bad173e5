-- An exercise puts no end to a real emergency that it names: the end of one rests on a release that says so, or on a real one.
create function dispatch.demand_real() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  released json;
  bulletin json;
begin
  if new.kind <> 'cancel' or new.chain not like 'bulletin/%' or new.chain = 'bulletin/' || new.log || '/' || new.doc_id then return new; end if;
  select r.body::json->'locales' into released from release.releases r
  where r.log = new.log and r.seq <= new.seq and r.collection = 'bulletins' and r.doc_id = new.doc_id and r.body is not null
  order by r.seq desc limit 1;
  bulletin := coalesce(released->'vi', (select l.value from json_each(released) with ordinality as l (key, value, n) order by n limit 1));
  if bulletin->>'messageKind' = 'exercise'
    and exists (select from dispatch.dispatches d where d.chain = new.chain and d.kind in ('alert', 'update')) then
    raise exception 'dispatch: release % of log % is an exercise and ends no real emergency', new.seq, new.log using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger demand_real before insert on dispatch.dispatches for each row execute function dispatch.demand_real();
alter table dispatch.dispatches enable always trigger demand_real;
