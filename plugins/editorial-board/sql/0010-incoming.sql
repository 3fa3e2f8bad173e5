-- What comes in from another log: released under a standing consent, decided on as any submission, or withdrawn with its
-- origin. The database itself compares the copy with the release it was taken from.

alter table editorial.consents
  add column kinds text[],
  add column may_emergency boolean not null default false;
-- All three may be false: everything is offered, and the board decides on each.
do $$
declare c record;
begin
  for c in select conname from pg_constraint where conrelid = 'editorial.consents'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) ~* 'may_publish or may_update' loop
    execute format('alter table editorial.consents drop constraint %I', c.conname);
  end loop;
end $$;

-- Whoever took an item in wrote nothing of it: four eyes do not count him.
alter table editorial.reviews add column is_incoming boolean not null default false;

alter table editorial.review_events drop constraint review_events_verb_check;
alter table editorial.review_events add constraint review_events_verb_check check (verb in ('submit', 'advance', 'approve',
  'decide', 'release', 'lapse', 'cancel', 'return', 'refuse', 'recall', 'supersede', 'withdraw', 'emergency', 'review', 'hold',
  'lift', 'bundle', 'unbundle', 'takeIn', 'consented', 'withdrawnWithOrigin'));
alter table editorial.notices drop constraint notices_kind_check;
alter table editorial.notices add constraint notices_kind_check check (kind in ('submitted', 'advanced', 'dueSoon', 'overdue',
  'returned', 'refused', 'lapsed', 'approved', 'released', 'withdrawn', 'emergency', 'emergencyOverdue', 'emergencyReviewed',
  'membership', 'proposed', 'proposedUrgent', 'withdrawnWithOrigin', 'proposalSettled'));

-- Only the head of the receiving board, or who acts for the head without limits, gives a consent or ends it.
create function editorial.heads_board(p_board text, p_person integer, p_acting_for integer, p_mandate uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
    with today as (select editorial.day_of(clock_timestamp()) as day)
    select exists (select from editorial.accounts a where a.person = p_person and a.is_active) and case
      when p_mandate is null then exists (
        select from today, editorial.in_force(today.day) f where f.board = p_board and f.person = p_person and f.role = 'head')
      else exists (
        select from today, editorial.mandates m
        left join editorial.mandate_ends e on e.mandate_id = m.id
        where m.id = p_mandate and m.board = p_board and m.delegate = p_person and m.principal = p_acting_for
          and e.mandate_id is null and today.day between m.starts_on and m.ends_on
          and m.collections is null and m.categories is null
          and exists (select from editorial.in_force(today.day) f
            where f.board = p_board and f.person = m.principal and f.role = 'head')
          and exists (select from editorial.in_force(today.day) f
            where f.board = p_board and f.person = p_person and f.role in ('deputy', 'member'))) end
  $$;
create function editorial.check_consent() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.made_at := clock_timestamp();
  if new.board is distinct from editorial.board_of(new.log)
    or not editorial.heads_board(new.board, new.granted_by, new.acting_for, new.mandate_id) then
    raise exception 'not_a_member' using errcode = 'CL403';
  end if;
  return new;
end $$;
create trigger check_consent before insert on editorial.consents for each row execute function editorial.check_consent();
alter table editorial.consents enable always trigger check_consent;

-- Whether a consent lets an item in at a moment, whatever it lets be done with it.
create function editorial.consent_admits(c editorial.consents, p_source text, p_collection text, p_category integer, p_kind text,
  p_at timestamptz) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select c.source_log = p_source and c.board = editorial.board_of(c.log)
      and editorial.day_of(p_at) between c.starts_on and c.ends_on
      and not exists (select from editorial.consent_ends e where e.consent_id = c.id)
      and (c.collections is null or p_collection = any (c.collections))
      and (c.categories is null or coalesce(p_category = any (c.categories), false))
      and (c.kinds is null or coalesce(p_kind = any (c.kinds), false))
  $$;
-- Whether it lets the item be published or updated without a decision of its own. What went out in an emergency was approved
-- by nobody before: that needs a word of its own, which covers new and changed items alike.
create function editorial.consent_lets(c editorial.consents, p_is_update boolean, p_is_emergency boolean) returns boolean
  language sql immutable set search_path = pg_catalog, pg_temp as $$
    select case when p_is_emergency then c.may_emergency when p_is_update then c.may_update else c.may_publish end
  $$;

drop function editorial.consent_for(text, text, text, integer, boolean, timestamptz);
-- The consent under which an item of another log may be published or updated in a log at a moment; null when there is none.
create function editorial.consent_for(p_log text, p_source text, p_collection text, p_category integer, p_kind text,
  p_is_update boolean, p_is_emergency boolean, p_at timestamptz) returns uuid
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select c.id from editorial.consents c
    where c.log = p_log and c.source_log = p_source
      and editorial.consent_admits(c, p_source, p_collection, p_category, p_kind, p_at)
      and editorial.consent_lets(c, p_is_update, p_is_emergency)
    order by c.made_at limit 1
  $$;

-- A top-level value of a body in the first language that has it.
create function editorial.value_in(p_body jsonb, p_key text) returns text
  language sql immutable set search_path = pg_catalog, pg_temp as $$
    select l.value ->> p_key from jsonb_each(p_body -> 'locales') l where l.value ->> p_key is not null order by l.key limit 1
  $$;

-- Whether two bodies of a collection say the same in the same languages. Where an item stands (site, address, section) and
-- where it came from may differ.
create function editorial.is_true_copy(p_collection text, p_copy jsonb, p_original jsonb) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
    with free as (
      select array_remove(array[p.site, p.slug, p.category, 'origin'], null) as keys
      from release.projections p where p.collection = p_collection)
    select exists (select from free) and p_original ->> 'collection' = p_collection and p_copy ->> 'collection' = p_collection
      and not exists (
        select from jsonb_each(p_copy -> 'locales') c full join jsonb_each(p_original -> 'locales') o on o.key = c.key, free
        where c.key is null or o.key is null or (c.value - free.keys) <> (o.value - free.keys))
  $$;

-- Whether a body says, in every language, that it was taken from that release: it names the release itself, or, of something
-- handed on, the same origin as that release does.
create function editorial.names_origin(p_body jsonb, o release.releases) returns boolean
  language sql immutable set search_path = pg_catalog, pg_temp as $$
    select exists (select from jsonb_object_keys(p_body -> 'locales')) and not exists (
      select from jsonb_each(p_body -> 'locales') l, lateral (select l.value -> 'origin' as said) s
      where not coalesce(
        (said ->> 'site' = o.log and said ->> 'collection' = o.collection and said ->> 'item' = o.doc_id::text
          and said ->> 'seq' = o.seq::text and said ->> 'sha256' = o.sha256)
        or (select s.said ->> 'site' <> '' and not exists (
            select from unnest(array['site', 'collection', 'item', 'seq', 'sha256']) k(key)
            where s.said ->> k.key is distinct from r.theirs ->> k.key)
          from (select o.body::jsonb -> 'locales' -> l.key -> 'origin' as theirs) r), false))
  $$;

-- The newest release of a document.
create function editorial.newest_of(p_collection text, p_doc integer) returns release.releases
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select r from release.releases r where r.collection = p_collection and r.doc_id = p_doc
    order by r.released_at desc, r.seq desc limit 1
  $$;

-- Whether something went out by the emergency lane, there or where it came from.
create function editorial.is_emergency(p_decision uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
    with recursive chain as (
      select d.capacity, d.origin_log, d.origin_seq, 1 as depth from release.decisions d where d.id = p_decision
      union all
      select d.capacity, d.origin_log, d.origin_seq, c.depth + 1
      from chain c join release.releases r on r.log = c.origin_log and r.seq = c.origin_seq
      join release.decisions d on d.id = r.decision_id
      where c.capacity = 'consent' and c.depth < 20)
    select exists (select from chain where capacity = 'emergency')
  $$;

-- Why a decision does not stand under the consent it names; null when it does.
create function editorial.consent_refusal(d release.decisions, p_at timestamptz) returns text
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  c editorial.consents;
  o release.releases;
  live release.releases;
  copy jsonb;
  original jsonb;
  p release.projections;
begin
  select * into c from editorial.consents where id = d.consent_id;
  if c.id is null or c.log <> d.log or c.source_log <> d.origin_log or c.granted_by <> d.decided_by then
    return 'no_consent';
  end if;
  if editorial.day_of(p_at) not between c.starts_on and c.ends_on or c.board is distinct from editorial.board_of(d.log)
    or exists (select from editorial.consent_ends e where e.consent_id = c.id) then
    return 'consent_not_in_force';
  end if;
  select * into o from release.releases where log = d.origin_log and seq = d.origin_seq;
  if o.id is null or o.body is null or o.collection <> d.collection or o.log = d.log then return 'origin_missing'; end if;
  if (editorial.newest_of(o.collection, o.doc_id)).id <> o.id then return 'origin_stale'; end if;
  live := editorial.newest_of(d.collection, d.doc_id);
  if live.kind = 'withdraw' then
    if not exists (select from release.decisions w where w.id = live.decision_id and w.capacity = 'origin') then
      return 'withdrawn_here';
    end if;
    live := null;
  end if;
  original := o.body::jsonb;
  select * into p from release.projections where collection = d.collection;
  if (d.kind = 'publish') <> (live.id is null)
    or not editorial.consent_admits(c, o.log, o.collection, editorial.value_in(original, p.category)::integer,
      editorial.value_in(original, p.kind), p_at)
    or not editorial.consent_lets(c, live.id is not null, editorial.is_emergency(o.decision_id)) then
    return 'consent_not_covering';
  end if;
  select s.body::jsonb into copy from release.submissions s where s.id = d.submission_id;
  if copy is null or not editorial.is_true_copy(d.collection, copy, original) or not editorial.names_origin(copy, o) then
    return 'copy_differs';
  end if;
  if live.id is not null and not editorial.is_unchanged_copy(live, copy, o) then return 'copy_adapted'; end if;
  return null;
end $$;

-- Whether what is public is a copy, as it came, of an earlier release of the same document: only that is replaced without asking.
create function editorial.is_unchanged_copy(p_live release.releases, p_next jsonb, o release.releases) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select exists (
      select from jsonb_each(p_live.body::jsonb -> 'locales') l, jsonb_each(p_next -> 'locales') n,
        lateral (select l.value -> 'origin' as said, n.value -> 'origin' as next) s
      where said ->> 'site' = next ->> 'site' and said ->> 'collection' = next ->> 'collection'
        and said ->> 'item' = next ->> 'item')
    and exists (
      select from release.releases r
      where r.collection = o.collection and r.doc_id = o.doc_id and r.body is not null and r.released_at < o.released_at
        and editorial.is_true_copy(p_live.collection, p_live.body::jsonb, r.body::jsonb))
  $$;

-- Why a withdrawal does not stand on that of its origin; null when it does.
create function editorial.origin_refusal(d release.decisions) returns text
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  o release.releases;
  live release.releases;
begin
  select * into o from release.releases where log = d.origin_log and seq = d.origin_seq;
  if o.id is null or o.kind <> 'withdraw' or o.log = d.log then return 'origin_missing'; end if;
  if (editorial.newest_of(o.collection, o.doc_id)).id <> o.id then return 'origin_stale'; end if;
  if not exists (select from release.decisions w where w.id = o.decision_id and w.decided_by = d.decided_by) then
    return 'may_not_decide';
  end if;
  live := editorial.newest_of(d.collection, d.doc_id);
  if live.id is null or live.kind = 'withdraw' then return 'nothing_to_withdraw'; end if;
  if not editorial.came_from(live.body::jsonb, o) then return 'origin_missing'; end if;
  return null;
end $$;

-- Whether a body was taken from the document that a release withdraws, straight or handed on through it.
create function editorial.came_from(p_body jsonb, o release.releases) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select exists (
      select from jsonb_each(p_body -> 'locales') l, lateral (select l.value -> 'origin' as said) s
      where (said ->> 'site' = o.log and said ->> 'collection' = o.collection and said ->> 'item' = o.doc_id::text)
        or (said -> 'hops' ? o.log and exists (
          select from release.releases b, jsonb_each(b.body::jsonb -> 'locales') k
          where b.collection = o.collection and b.doc_id = o.doc_id and b.body is not null
            and k.value -> 'origin' ->> 'site' = said ->> 'site' and k.value -> 'origin' ->> 'collection' = said ->> 'collection'
            and k.value -> 'origin' ->> 'item' = said ->> 'item')))
  $$;

-- Whether what a decision would make public was withdrawn where it came from since it was handed to the board: whoever hands it
-- in after that knows.
create function editorial.is_origin_withdrawn(d release.decisions) returns boolean
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  said jsonb;
  w release.releases;
begin
  select l.value -> 'origin' into said from release.submissions s, jsonb_each(s.body::jsonb -> 'locales') l
  where s.id = d.submission_id and l.value -> 'origin' ->> 'site' is not null limit 1;
  if said is null or said ->> 'item' !~ '^[0-9]{1,9}$' then return false; end if;
  w := editorial.newest_of(said ->> 'collection', (said ->> 'item')::integer);
  return coalesce(w.kind = 'withdraw' and w.log = said ->> 'site' and w.released_at > coalesce((
    select v.submitted_at from editorial.reviews v where v.submission_id = d.submission_id), d.decided_at), false);
end $$;

-- Asked by the log when a decision is recorded and again when it is carried out.
create or replace function release.refusal_of(d release.decisions, p_at timestamptz) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select case
      when d.capacity = 'import' then
        case when pg_has_role(current_user, (select relowner from pg_class where oid = 'release.decisions'::regclass), 'member')
          then null else 'may_not_decide' end
      when d.capacity not in ('consent', 'origin')
        and not exists (select from editorial.accounts a where a.person = d.decided_by and a.is_active) then 'may_not_decide'
      when exists (select from editorial.revocations v where v.decision_id = d.id) then 'decision_revoked'
      when d.kind <> 'withdraw' and exists (
        select from editorial.holds h left join editorial.hold_lifts l on l.hold_id = h.id
        where h.collection = d.collection and h.doc_id = d.doc_id and l.hold_id is null) then 'on_hold'
      when d.capacity = 'consent' then editorial.consent_refusal(d, p_at)
      when d.kind <> 'withdraw' and p_at > d.decided_at and editorial.is_origin_withdrawn(d) then 'origin_withdrawn'
      when d.capacity = 'origin' then editorial.origin_refusal(d)
      when d.capacity = 'acting' then
        case when exists (
          select from editorial.mandates m
          left join editorial.mandate_ends e on e.mandate_id = m.id
          join editorial.in_force(editorial.day_of(p_at)) p on p.board = m.board and p.person = m.principal and p.role = 'head'
          join editorial.in_force(editorial.day_of(p_at)) q on q.board = m.board and q.person = m.delegate and q.role in ('deputy', 'member')
          where m.id = d.mandate_id and m.board = editorial.board_of(d.log) and m.delegate = d.decided_by and m.principal = d.acting_for
            and e.mandate_id is null and editorial.day_of(p_at) between m.starts_on and m.ends_on
            and (m.collections is null or d.collection = any (m.collections))
            and (m.categories is null or editorial.category_of(d) = any (m.categories)))
        then null else 'mandate_not_in_force' end
      when exists (
        select from editorial.in_force(editorial.day_of(p_at)) f
        where f.person = d.decided_by and f.board = editorial.board_of(d.log)
          and case d.capacity
            when 'head' then f.role = 'head'
            when 'emergency' then f.role in ('head', 'deputy', 'member')
            when 'deputy' then f.role = 'deputy' and editorial.flow_lets(d, 'deputy')
            when 'member' then f.role = 'member' and editorial.flow_lets(d, 'member')
            else false end) then null
      else 'may_not_decide' end
  $$;

-- Whom a waiting submission waits for: who may vote at its step that day, by role, mandate or as supplier, has not voted yet, and
-- is not kept from it by the rule of four eyes, which does not count whoever took an item in.
create or replace function editorial.waits_for(p_submission uuid, p_day date) returns setof integer
  language sql stable set search_path = pg_catalog, pg_temp as $$
    with r as (select v.*, v.flow -> 'steps' -> v.step as rule from editorial.reviews v
        where v.submission_id = p_submission and v.state = 'submitted'),
      today as materialized (select f.* from r, editorial.in_force(p_day) f where f.board = r.board),
      able as (
        select t.person from r, today t where t.role = any (r.actors)
          and (t.role <> 'checker' or t.categories is null or r.category = any (t.categories))
        union
        select m.delegate from r join editorial.mandates m on m.board = r.board
          left join editorial.mandate_ends e on e.mandate_id = m.id
        where 'head' = any (r.actors) and e.mandate_id is null and p_day between m.starts_on and m.ends_on
          and (m.collections is null or r.collection = any (m.collections))
          and (m.categories is null or r.category = any (m.categories))
          and exists (select from today p where p.person = m.principal and p.role = 'head')
          and exists (select from today q where q.person = m.delegate and q.role in ('deputy', 'member'))
        union
        select coalesce(r.supplier, r.submitted_by) from r where 'supplier' = any (r.actors)),
      writers as (
        select coalesce(a.identity, 'account:' || w.person) as identity
        from r, unnest(case
            when r.flow ->> 'fourEyes' = 'none' or r.rule ->> 'kind' = 'edit' or 'supplier' = any (r.actors) then '{}'::integer[]
            when r.flow ->> 'fourEyes' = 'submitter' then case when r.is_incoming then '{}'::integer[] else array[r.submitted_by] end
            when r.is_incoming then r.contributors
            else r.contributors || r.submitted_by end) w(person)
          left join editorial.accounts a on a.person = w.person)
    select b.person from r, able b join editorial.accounts a on a.person = b.person
    where a.is_active and coalesce(a.identity, 'account:' || b.person) not in (select identity from writers)
      and not exists (select from editorial.ballots v where v.submission_id = r.submission_id and v.round = r.round
        and v.step = r.step and v.person = b.person)
  $$;

do $$
declare f regprocedure;
begin
  foreach f in array array['editorial.heads_board(text, integer, integer, uuid)', 'editorial.check_consent()',
    'editorial.consent_admits(editorial.consents, text, text, integer, text, timestamptz)',
    'editorial.consent_lets(editorial.consents, boolean, boolean)',
    'editorial.consent_for(text, text, text, integer, text, boolean, boolean, timestamptz)',
    'editorial.value_in(jsonb, text)', 'editorial.is_true_copy(text, jsonb, jsonb)',
    'editorial.names_origin(jsonb, release.releases)', 'editorial.newest_of(text, integer)', 'editorial.is_emergency(uuid)',
    'editorial.consent_refusal(release.decisions, timestamptz)', 'editorial.is_unchanged_copy(release.releases, jsonb, release.releases)',
    'editorial.is_origin_withdrawn(release.decisions)', 'editorial.origin_refusal(release.decisions)', 'editorial.came_from(jsonb, release.releases)']::regprocedure[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to coloa_app', f);
  end loop;
end $$;
