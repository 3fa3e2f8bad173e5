-- What was approved is said whole: besides title, text and lane also the words read aloud, every file, the language and who issues it.

-- All that a thing was made from; its key is the hash of it. Rows from before have none and go out with no dispatch any more.
alter table dispatch.made_forms
  add column made_from text,
  add constraint made_forms_say_from_what check (
    made_from is not null and jsonb_typeof(made_from::jsonb) = 'object' and key = encode(sha256(convert_to(made_from, 'UTF8')), 'hex')) not valid;
create index made_forms_files on dispatch.made_forms using gin (files jsonb_path_ops);

-- The words of a connection test, over and over, and its own sound: nobody says anything else by way of a test.
create function dispatch.is_test_said(said jsonb) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (said->>'title', said->>'issuer') is not distinct from ('Kiểm thử kết nối', 'Kiểm thử kết nối')
    and said->>'text' = left(repeat('Đây là tin kiểm thử kết nối. ', length(said->>'text') / 29 + 1), length(said->>'text'))
    and said->>'spokenText' = said->>'text'
    and jsonb_typeof(said->'media') = 'array'
    and not exists (
      select from jsonb_array_elements(said->'media') e
      -- One step announces a hash whose first two digits are wrong.
      where substr(e->>'sha256', 3) is distinct from case e->>'role'
        when 'audio' then '4b80247f61d0823e9219e3aa2270e81ebd2b553a5411e1471af82857ffe6f4'
        when 'video' then '3b26a53760dd88b091ee80efffb0a7e6bc80996465c0ec99f4008412e3ff0f'
        when 'image' then substr(e->>'sha256', 3) end)
$$;

-- What a loudspeaker says of a released bulletin: the words that were approved for it, else the text itself.
create function dispatch.approved_speech(bulletin json) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when bulletin->>'spokenText' ~ '[^ \t\r\n]' then bulletin->>'spokenText' else bulletin->>'text' end
$$;

-- Whether a file is one that was approved with the bulletin.
create function dispatch.is_approved_file(file json, bulletin json) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(file->>'role' in ('audio', 'image', 'video')
    and file->>'sha256' = a->>'sha256' and file->>'mimeType' = a->>'mimeType'
    and right(file->>'url', length(a->>'url')) = a->>'url', false)
  from (select bulletin->(file->>'role')) as approved (a)
$$;

-- Whether a file was made of just these words, for this issue of them: speech of what is spoken, screens of what is written.
create function dispatch.is_made_of(file json, said jsonb, bulletin json, released_at timestamptz) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from dispatch.made_forms m, jsonb_array_elements(m.files) with ordinality as f (one, n), lateral (select m.made_from::jsonb) as o (origin)
    where m.files @> jsonb_build_array(jsonb_build_object('sha256', file->>'sha256')) and m.made_from is not null
      and dispatch.is_told_once(m.made_from)
      and m.role = file->>'role'
      and (f.one->>'sha256', f.one->>'mimeType') = (file->>'sha256', file->>'mimeType')
      and right(file->>'url', length('/released/' || (f.one->>'file'))) = '/released/' || (f.one->>'file')
      and case m.role
        when 'audio' then bulletin->'audio' is null and (origin->>'text', origin->>'language') = (said->>'spokenText', said->>'language')
        else (origin->>'title', origin->>'text', origin->>'issuer', origin->>'priority') = (bulletin->>'title', bulletin->>'text', said->>'issuer', bulletin->>'priority')
          and (origin->>'isExercise')::boolean = coalesce(bulletin->>'messageKind' = 'exercise', false)
          and (origin->>'issuedAt')::timestamptz = date_trunc('milliseconds', released_at)
          and (file->>'page')::bigint = f.n end)
$$;

-- Nothing is said by loudspeaker that no board released. A connection test speaks to the one device under test, while it is.
create or replace function dispatch.demand_release() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  said constant jsonb := new.snapshot::jsonb;
  released json;
  released_at timestamptz;
  language text;
  bulletin json;
begin
  if not dispatch.is_told_once(new.snapshot)
    or (said->>'kind', said->>'priority', said->>'title', said->>'chain', said->'audience', said->>'issuer')
      is distinct from (new.kind, new.priority, new.title, new.chain, new.audience, new.issuer)
    or ((said->>'effectiveAt')::timestamptz, (said->>'expiresAt')::timestamptz) is distinct from (new.effective_at, new.expires_at)
    or new.sha256 <> encode(sha256(convert_to(new.snapshot, 'UTF8')), 'hex')
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
    if dispatch.is_test_said(said) is not true then
      raise exception 'dispatch: this is not what a connection test says' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  select r.released_at into released_at from release.releases r
  where r.log = new.log and r.seq = new.seq and r.collection = 'bulletins' and r.doc_id = new.doc_id;
  if not found then
    raise exception 'dispatch: no release % of log % for bulletin %', new.seq, new.log, new.doc_id using errcode = 'check_violation';
  end if;
  -- The text of the release; a withdrawal has none, but what it withdraws has.
  select r.body::json->'locales' into released from release.releases r
  where r.log = new.log and r.seq <= new.seq and r.collection = 'bulletins' and r.doc_id = new.doc_id and r.body is not null
  order by r.seq desc limit 1;
  language := case when released->'vi' is not null then 'vi' else (select l.key from json_each(released) with ordinality as l (key, value, n) order by n limit 1) end;
  bulletin := released->language;
  -- A cancellation says why in place of what was said; it ends also what became less than an emergency, or is superseded.
  if (new.chain <> 'bulletin/' || new.log || '/' || new.doc_id and new.chain is distinct from 'airing/' || new.airing_id
      and (new.kind <> 'cancel' or new.chain is distinct from 'bulletin/' || new.log || '/' || (bulletin->>'supersedes')))
    or bulletin->>'title' is distinct from new.title
    or (new.kind <> 'cancel' and bulletin->>'text' is distinct from said->>'text')
    or (new.kind <> 'cancel' and new.priority = 'emergency' and bulletin->>'priority' is distinct from 'emergency')
    or (said->>'language', said->>'topic') is distinct from (language, bulletin->>'topic')
  then
    raise exception 'dispatch: this is not what release % of log % says', new.seq, new.log using errcode = 'check_violation';
  end if;
  if new.issuer is distinct from coalesce(dispatch.issuer_of(new.log), new.log) then
    raise exception 'dispatch: % is not who issues the releases of log %', new.issuer, new.log using errcode = 'check_violation';
  end if;
  -- Of a cancellation nothing is read aloud or shown but its reason.
  if said->>'spokenText' is distinct from (case when new.kind <> 'cancel' then dispatch.approved_speech(bulletin) end) then
    raise exception 'dispatch: these are not the spoken words of release % of log %', new.seq, new.log using errcode = 'check_violation';
  end if;
  if jsonb_typeof(said->'media') is distinct from 'array'
    or (new.kind = 'cancel' and said->'media' <> '[]')
    or (new.kind <> 'cancel' and exists (
      select from unnest(array['audio', 'image', 'video']) as approved (role)
      where bulletin->role is not null and not exists (
        select from json_array_elements(new.snapshot::json->'media') e where e->>'role' = role and dispatch.is_approved_file(e, bulletin))))
    or exists (
      select from json_array_elements(new.snapshot::json->'media') e
      where not dispatch.is_told_once(e::text)
        or not (dispatch.is_approved_file(e, bulletin) or dispatch.is_made_of(e, said, bulletin, released_at)
          -- A later one of the same release repeats what was let through before.
          or exists (select from dispatch.dispatches d where d.doc_id = new.doc_id and d.log = new.log and d.seq = new.seq
            and d.kind not in ('cancel', 'test') and d.snapshot::jsonb->'media' @> jsonb_build_array(e::jsonb))))
  then
    raise exception 'dispatch: a file that belongs to no approved or made form of release % of log %', new.seq, new.log using errcode = 'check_violation';
  end if;
  return new;
end $$;
