-- Whether a decision may stand is asked when it is recorded and again when it is carried out. Without a board plugin only the
-- owner's imports may: `release.refusal_of` is replaced by the plugin that knows the boards.

alter table release.decisions
  add column acting_for integer,
  add column mandate_id uuid,
  add column bundle_id uuid,
  add column redirect_to text check (redirect_to is null or kind = 'withdraw');
alter table release.decisions drop constraint decisions_capacity_check;
alter table release.decisions
  add constraint decisions_capacity_check check (capacity in ('head', 'deputy', 'acting', 'member', 'emergency', 'import')),
  add constraint decisions_mandate_check
    check (case when capacity = 'acting' then mandate_id is not null and acting_for is not null
           else mandate_id is null and acting_for is null end);
alter table release.releases add column redirect_to text;

-- Null when the decision may stand at that moment, else the code of the refusal.
create function release.refusal_of(d release.decisions, p_at timestamptz) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select case when d.capacity = 'import'
      and pg_has_role(current_user, (select relowner from pg_class where oid = 'release.decisions'::regclass), 'member')
      then null else 'may_not_decide' end
  $$;

create or replace function release.check_decision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  refusal text;
begin
  new.decided_at := clock_timestamp();
  refusal := release.refusal_of(new, new.decided_at);
  if refusal is not null then raise exception '%', refusal using errcode = 'CL403'; end if;
  if new.submission_id is not null and not exists (
    select from release.submissions s
    where s.id = new.submission_id and s.log = new.log and s.collection = new.collection
      and s.doc_id = new.doc_id and s.sha256 = new.sha256
  ) then
    raise exception 'decision_no_longer_matches' using errcode = 'CL409';
  end if;
  return new;
end $$;

drop function release.may_decide(text, integer, text, timestamptz);

create or replace function release.append(p_decision uuid) returns release.releases
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d release.decisions;
  s release.submissions;
  last release.releases;
  done release.releases;
  next_seq bigint;
  refusal text;
begin
  select * into d from release.decisions where id = p_decision;
  if d.id is null or d.capacity = 'import' then raise exception 'decision_missing' using errcode = 'CL404'; end if;
  if d.publish_at > clock_timestamp() then raise exception 'decision_not_due' using errcode = 'CL409'; end if;
  if d.kind <> 'withdraw' then
    select * into s from release.submissions where id = d.submission_id;
    if s.id is null or s.sha256 is distinct from d.sha256 then
      raise exception 'decision_no_longer_matches' using errcode = 'CL409';
    end if;
  end if;
  if not exists (select from release.projections where collection = d.collection) then
    raise exception 'not_governed' using errcode = 'CL400';
  end if;

  insert into release.site_sequences as q (log, seq) values (d.log, 1)
  on conflict (log) do update set seq = q.seq + 1 returning q.seq into next_seq;

  if exists (select from release.releases where decision_id = d.id) then
    raise exception 'decision_already_used' using errcode = 'CL409';
  end if;
  refusal := release.refusal_of(d, clock_timestamp());
  if refusal is not null then raise exception '%', refusal using errcode = 'CL403'; end if;
  select * into last from release.releases
  where collection = d.collection and doc_id = d.doc_id order by released_at desc, seq desc limit 1;
  if d.kind = 'withdraw' and (last.id is null or last.kind = 'withdraw') then
    raise exception 'nothing_to_withdraw' using errcode = 'CL409';
  end if;
  if last.id is not null and last.kind <> 'withdraw' and last.log <> d.log then
    raise exception 'document_moved' using errcode = 'CL409';
  end if;

  insert into release.releases (log, seq, collection, doc_id, kind, slug, body, sha256, decision_id, reason_code, explanation, redirect_to)
  values (d.log, next_seq, d.collection, d.doc_id, d.kind,
    case when d.kind = 'withdraw' then last.slug else release.slug_of(d.collection, s.body::jsonb) end,
    s.body, s.sha256, d.id, d.reason_code, d.explanation, d.redirect_to)
  returning * into done;
  perform release.write_items(array[done.log], array[done.seq]);
  perform release.announce(done.log, done.seq);
  return done;
end $$;

revoke all on function release.refusal_of(release.decisions, timestamptz) from public;
grant execute on function release.refusal_of(release.decisions, timestamptz) to coloa_app;
