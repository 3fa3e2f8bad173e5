-- A dispatch belongs to a chain (a bulletin, or one airing of it): alert, updates, cancellation. A cause makes one dispatch.

alter table dispatch.dispatches disable trigger append_only;
alter table dispatch.dispatches
  -- Rises with each instruction; devices refuse what is older than what they have of the same chain.
  add column number bigint generated always as identity,
  add column chain text,
  add column cause text,
  add column airing_id uuid,
  -- Codes: {"areas": [], "groups": [], "devices": []}. A device obeys when it belongs to one of them.
  add column audience jsonb not null default '{"areas": [], "groups": [], "devices": []}',
  add column reason_code text,
  add column is_override boolean not null default false;
update dispatch.dispatches set chain = 'bulletin/' || log || '/' || doc_id, cause = 'release/' || log || '/' || seq;
alter table dispatch.dispatches
  alter column chain set not null,
  alter column cause set not null,
  alter column log drop not null,
  alter column seq drop not null,
  alter column doc_id drop not null,
  drop constraint dispatches_log_seq_key,
  drop constraint dispatches_kind_check,
  add constraint dispatches_kind_check check (kind in ('alert', 'update', 'cancel', 'exercise', 'test')),
  -- Only a connection test has no release behind it.
  add constraint dispatches_decided check (kind = 'test' or (log is not null and seq is not null and doc_id is not null));
create unique index dispatches_once on dispatch.dispatches (chain, cause);
create unique index dispatches_number on dispatch.dispatches (number);
create index dispatches_of_chain on dispatch.dispatches (chain, number desc);
create index dispatches_in_force on dispatch.dispatches (expires_at);
alter table dispatch.dispatches enable always trigger append_only;

-- What is signed is the snapshot: it says what its columns say, each thing once, and opens as `message.ts` continues it.
create function dispatch.is_told_once(said text) returns boolean language sql immutable as $$
  select left(said, 1) = '{' and count(*) = count(distinct k.key) and not bool_or(k.key in ('v', 'id', 'number'))
  from json_object_keys(said::json) as k (key)
$$;

-- Nothing is said by loudspeaker that no board released. A connection test speaks to the one device under test, while it is.
create function dispatch.demand_release() returns trigger language plpgsql as $$
declare
  said constant jsonb := new.snapshot::jsonb;
  released json;
  bulletin json;
begin
  if not dispatch.is_told_once(new.snapshot)
    or (said->>'kind', said->>'priority', said->>'title', said->>'chain', said->'audience')
      is distinct from (new.kind, new.priority, new.title, new.chain, new.audience)
    or ((said->>'effectiveAt')::timestamptz, (said->>'expiresAt')::timestamptz) is distinct from (new.effective_at, new.expires_at)
  then
    raise exception 'dispatch: the snapshot says something else than its row' using errcode = 'check_violation';
  end if;
  if new.kind = 'test' then
    if not exists (
      select from dispatch.connection_tests t join public.devices v on v.id = t.device_id
      where t.ended_at is null and new.audience = jsonb_build_object('areas', '[]'::jsonb, 'groups', '[]'::jsonb, 'devices', jsonb_build_array(v.code))
    ) then
      raise exception 'dispatch: no connection test of this device is open' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not exists (
    select from release.releases r
    where r.log = new.log and r.seq = new.seq and r.collection = 'bulletins' and r.doc_id = new.doc_id
  ) then
    raise exception 'dispatch: no release % of log % for bulletin %', new.seq, new.log, new.doc_id using errcode = 'check_violation';
  end if;
  -- The text of the release; a withdrawal has none, but what it withdraws has.
  select r.body::json->'locales' into released from release.releases r
  where r.log = new.log and r.seq <= new.seq and r.collection = 'bulletins' and r.doc_id = new.doc_id and r.body is not null
  order by r.seq desc limit 1;
  bulletin := coalesce(released->'vi', (select l.value from json_each(released) with ordinality as l (key, value, n) order by n limit 1));
  -- A cancellation says why in place of what was said; it ends also what became less than an emergency, or is superseded.
  if (new.chain <> 'bulletin/' || new.log || '/' || new.doc_id and new.chain is distinct from 'airing/' || new.airing_id
      and (new.kind <> 'cancel' or new.chain is distinct from 'bulletin/' || new.log || '/' || (bulletin->>'supersedes')))
    or bulletin->>'title' is distinct from new.title
    or (new.kind <> 'cancel' and bulletin->>'text' is distinct from said->>'text')
    or (new.kind <> 'cancel' and new.priority = 'emergency' and bulletin->>'priority' is distinct from 'emergency')
  then
    raise exception 'dispatch: this is not what release % of log % says', new.seq, new.log using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger demand_release before insert on dispatch.dispatches for each row execute function dispatch.demand_release();
alter table dispatch.dispatches enable always trigger demand_release;

alter table dispatch.deliveries
  drop constraint deliveries_channel_check,
  add constraint deliveries_channel_check check (channel in ('http', 'mqtt', 'cap', 'pull', 'icecast', 'player', 'httttn', 'byradio')),
  drop constraint deliveries_state_check,
  add constraint deliveries_state_check check (state in (
    'queued', 'accepted', 'received', 'staged', 'playing', 'played', 'proven',
    'refused', 'expired', 'superseded', 'cancelled', 'dead')),
  add column device_class text,
  -- Known to answer late or not at all: such deliveries have places of their own.
  add column is_doubtful boolean not null default false,
  -- Handed over, and by then the device itself should have said that it has it; else it is handed over again.
  add column confirm_by timestamptz,
  add column staged_at timestamptz,
  add column playing_at timestamptz,
  add column played_at timestamptz,
  add column proven_at timestamptz,
  add column played_seconds real,
  add column interrupted_by uuid;
drop index dispatch.deliveries_due;
create index deliveries_due on dispatch.deliveries (lane, is_doubtful, next_at) where state = 'queued';
create index deliveries_unconfirmed on dispatch.deliveries (confirm_by) where state = 'accepted' and confirm_by is not null;

-- No device is sent anything before its connection test and security check (S-6.2, S-8.4); a test itself is.
create function dispatch.demand_active() returns trigger language plpgsql as $$
begin
  if exists (
    select from made m join dispatch.dispatches d on d.id = m.dispatch_id
    left join public.devices v on v.id = m.device_id
    where d.kind <> 'test' and v.lifecycle::text is distinct from 'active'
      -- What a device has may be cancelled and mended also after it was suspended.
      and not exists (
        select from dispatch.deliveries l join dispatch.dispatches e on e.id = l.dispatch_id
        where l.device_id = m.device_id and e.chain = d.chain and e.number < d.number)
  ) then
    raise exception 'dispatch: a device that is not active' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger demand_active after insert on dispatch.deliveries
  referencing new table as made for each statement execute function dispatch.demand_active();
alter table dispatch.deliveries enable always trigger demand_active;

alter table dispatch.receipts
  drop constraint receipts_kind_check,
  add constraint receipts_kind_check check (kind in (
    'received', 'staged', 'playing', 'interrupted', 'resumed', 'played', 'proven', 'stopped', 'refused')),
  add column offset_ms integer,
  add column seconds real,
  -- For `proven`: what the second sensor said, e.g. the SHA-256 of a screenshot or a level in dB.
  add column proof jsonb;
