-- What was ended does not sound again, and goes to nobody else and for no longer than the board approved, whoever asks.

-- Codes of the areas and groups of a bulletin.
create function dispatch.codes_of(register regclass, ids json) returns text[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  codes text[];
begin
  if ids is null or json_typeof(ids) <> 'array' then return '{}'; end if;
  execute format('select coalesce(array_agg(code::text), ''{}'') from %s where id in (select value::int from json_array_elements_text($1))', register)
    into codes using ids;
  return codes;
end $$;

-- Whether nobody is spoken to whom the bulletin does not name. A device that got an earlier instruction of the chain has been let through.
create function dispatch.is_within(audience jsonb, bulletin json, in_chain text) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  areas constant text[] := dispatch.codes_of('public.units', bulletin->'areas');
  groups constant text[] := dispatch.codes_of('public.device_groups', bulletin->'deviceGroups');
begin
  -- The city stands for everyone.
  if exists (select from public.units u where u.code = any(areas) and u.kind = 'city') then return true; end if;
  return array(select jsonb_array_elements_text(audience->'areas')) <@ areas
    and array(select jsonb_array_elements_text(audience->'groups')) <@ groups
    and not exists (
      select from jsonb_array_elements_text(audience->'devices') as named (code)
      where not exists (
          select from public.devices v join public.units u on u.id = v.unit_id where v.code = named.code and (u.code = any(areas) or exists (
            select from public.devices_rels r join public.device_groups g on g.id = r.device_groups_id where r.parent_id = v.id and g.code = any(groups))))
        and not exists (
          select from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id where d.chain = in_chain and l.device_code = named.code));
end $$;

create function dispatch.demand_standing() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  released json;
  bulletin json;
  explanation text;
begin
  -- Airings are bound by the programme of their commune, connection tests by the device under test.
  if new.kind = 'test' or new.chain not like 'bulletin/%' then return new; end if;
  select r.body::json->'locales', r.explanation into released, explanation from release.releases r
  where r.log = new.log and r.seq = new.seq and r.collection = 'bulletins' and r.doc_id = new.doc_id;
  if released is null then
    select r.body::json->'locales' into released from release.releases r
    where r.log = new.log and r.seq < new.seq and r.collection = 'bulletins' and r.doc_id = new.doc_id and r.body is not null
    order by r.seq desc limit 1;
  end if;
  bulletin := coalesce(released->'vi', (select l.value from json_each(released) with ordinality as l (key, value, n) order by n limit 1));
  if new.kind = 'cancel' then
    if new.snapshot::jsonb->>'text' is distinct from coalesce(explanation, bulletin->>'text')
      and new.snapshot::jsonb->>'text' is distinct from 'Thay bằng: ' || new.title
      and not exists (select from dispatch.ending_texts t where t.text = new.snapshot::jsonb->>'text') then
      raise exception 'dispatch: this is not the reason of release % of log %', new.seq, new.log using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if exists (
      select from release.releases r where r.log = new.log and r.seq >= new.seq and r.collection = 'bulletins' and r.doc_id = new.doc_id and r.kind = 'withdraw')
    or exists (select from dispatch.dispatches n where n.chain = new.chain and n.kind = 'cancel' and n.log = new.log and n.seq > new.seq)
  then
    raise exception 'dispatch: what release % of log % says has been ended', new.seq, new.log using errcode = 'check_violation';
  end if;
  if (new.kind = 'exercise') is distinct from coalesce(bulletin->>'messageKind' = 'exercise', false)
    or new.priority is distinct from bulletin->>'priority'
    or new.expires_at is distinct from (bulletin->>'expiresAt')::timestamptz
    or not dispatch.is_within(new.audience, bulletin, new.chain)
  then
    raise exception 'dispatch: release % of log % is for others, for another time or of another kind', new.seq, new.log using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- What a cancellation says when no person gave a reason.
create table dispatch.ending_texts (text text primary key);
insert into dispatch.ending_texts (text) values
  ('Bản tin đã được cập nhật và không còn áp dụng cho địa bàn này.'),
  ('The bulletin has been updated and no longer applies to this area.'),
  ('Bản tin đã hết hiệu lực.'),
  ('The bulletin is no longer in force.');
revoke all on dispatch.ending_texts from public;
do $$ begin
  if exists (select from pg_roles where rolname = 'coloa_app') then grant select on dispatch.ending_texts to coloa_app; end if;
end $$;

create trigger demand_standing before insert on dispatch.dispatches for each row execute function dispatch.demand_standing();
alter table dispatch.dispatches enable always trigger demand_standing;
