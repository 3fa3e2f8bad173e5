-- What is offered to a board by other sites, and the copies it has made. Nothing here is public: that is the log's.

create table cross_posting.proposals (
  id uuid primary key default gen_random_uuid(),
  log text not null,
  -- The log it comes from, or the code of an external site, whose items have no number and bring their text along.
  origin_log text not null,
  origin_seq bigint,
  collection text not null,
  origin_doc_id integer,
  root_log text not null,
  root_collection text not null,
  root_id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  body text check (body is null or sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex')),
  title text not null,
  category integer,
  content_kind text,
  kind text not null check (kind in ('publish', 'update', 'correct')),
  mode text not null default 'copy' check (mode in ('copy', 'link')),
  reason text not null check (reason in ('offer', 'subscription', 'update', 'proposal')),
  note text,
  hops text[] not null,
  url text,
  published_at timestamptz,
  is_emergency boolean not null default false,
  offered_by integer,
  offered_at timestamptz not null default clock_timestamp(),
  consent_id uuid,
  state text not null default 'proposed'
    check (state in ('proposed', 'under_review', 'accepted', 'returned', 'withdrawn', 'superseded', 'dismissed')),
  answer text,
  settled_by integer,
  settled_at timestamptz,
  doc_id integer,
  submission_id uuid,
  taken_by integer,
  taken_at timestamptz,
  check (log <> origin_log and log <> root_log),
  check ((origin_seq is null) = (body is not null))
);
create unique index proposals_once on cross_posting.proposals (log, origin_log, origin_seq) where origin_seq is not null
  and state in ('proposed', 'under_review');
create unique index proposals_outside on cross_posting.proposals (log, origin_log, root_id, sha256) where origin_seq is null
  and state in ('proposed', 'under_review');
create index proposals_inbox on cross_posting.proposals (log, state, offered_at desc);
create index proposals_outbox on cross_posting.proposals (origin_log, offered_at desc);
create index proposals_root on cross_posting.proposals (root_log, root_collection, root_id, log);
create index proposals_copy on cross_posting.proposals (collection, doc_id) where doc_id is not null;

create table cross_posting.proposal_events (
  id bigint generated always as identity primary key,
  proposal_id uuid not null references cross_posting.proposals (id),
  at timestamptz not null default clock_timestamp(),
  verb text not null,
  actor integer,
  explanation text,
  code text
);
create index events_of_proposal on cross_posting.proposal_events (proposal_id, id);

-- One copy of an item in a log, whichever way it came.
create table cross_posting.copies (
  log text not null,
  collection text not null,
  doc_id integer not null,
  root_log text not null,
  root_collection text not null,
  root_id text not null,
  source_log text not null,
  taken_seq bigint,
  taken_sha256 text not null,
  mode text not null,
  is_adapted boolean not null default false,
  taken_at timestamptz not null default clock_timestamp(),
  primary key (collection, doc_id),
  unique (root_log, root_collection, root_id, log)
);

-- What was offered stays what was offered: only its state moves.
create function cross_posting.keep_offer() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'append_only: a proposal is not deleted' using errcode = '42501';
  end if;
  if row(new.id, new.log, new.origin_log, new.origin_seq, new.collection, new.origin_doc_id, new.root_log, new.root_collection,
      new.root_id, new.sha256, new.body, new.kind, new.hops, new.offered_by, new.offered_at, new.reason)
    is distinct from row(old.id, old.log, old.origin_log, old.origin_seq, old.collection, old.origin_doc_id, old.root_log,
      old.root_collection, old.root_id, old.sha256, old.body, old.kind, old.hops, old.offered_by, old.offered_at, old.reason) then
    raise exception 'append_only: what was offered is not changed' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_offer before update or delete on cross_posting.proposals
  for each row execute function cross_posting.keep_offer();
create trigger append_only before update or delete on cross_posting.proposal_events
  for each row execute function release.refuse_change();
create trigger append_only_truncate before truncate on cross_posting.proposal_events
  for each statement execute function release.refuse_change();
create trigger append_only_truncate before truncate on cross_posting.proposals
  for each statement execute function release.refuse_change();
alter table cross_posting.proposals enable always trigger keep_offer;
alter table cross_posting.proposals enable always trigger append_only_truncate;
alter table cross_posting.proposal_events enable always trigger append_only;
alter table cross_posting.proposal_events enable always trigger append_only_truncate;

-- Every change of state is a row of its history, whoever makes it.
create function cross_posting.note_state() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into cross_posting.proposal_events (proposal_id, verb, actor, explanation)
      values (new.id, new.state, new.offered_by, new.note);
  elsif new.state is distinct from old.state then
    insert into cross_posting.proposal_events (proposal_id, verb, actor, explanation)
      values (new.id, new.state, case when new.state = 'under_review' then new.taken_by else new.settled_by end, new.answer);
  end if;
  return null;
end $$;
create trigger note_state after insert or update on cross_posting.proposals
  for each row execute function cross_posting.note_state();

-- A proposal on a desk goes where its submission goes. Called for each change of a review, in its transaction.
create function cross_posting.settle_review(p_submission uuid, p_collection text, p_doc integer, p_state text, p_by integer,
  p_explanation text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found cross_posting.proposals;
begin
  select * into found from cross_posting.proposals p
  where p.collection = p_collection and p.doc_id = p_doc order by p.taken_at desc limit 1 for update;
  if found.id is null or found.state not in ('under_review', 'returned') then return; end if;
  if p_state = 'submitted' then
    if found.state = 'returned' and exists (select from cross_posting.proposals o where o.log = found.log
      and o.root_log = found.root_log and o.root_collection = found.root_collection and o.root_id = found.root_id
      and o.sha256 = found.sha256 and o.state in ('proposed', 'under_review')) then return; end if;
    update cross_posting.proposals set state = 'under_review', submission_id = p_submission, answer = null, settled_at = null,
      settled_by = null where id = found.id;
  elsif p_state = 'approved' then
    update cross_posting.proposals set state = 'accepted', answer = null, settled_by = p_by, settled_at = clock_timestamp()
      where id = found.id;
  elsif p_state in ('returned', 'refused') and found.state = 'under_review' then
    update cross_posting.proposals set state = 'returned', answer = p_explanation, settled_by = p_by,
      settled_at = clock_timestamp() where id = found.id;
  else
    return;
  end if;
  if p_state <> 'submitted' then
    perform graphile_worker.add_job('crossPostingTell', payload := json_build_object('settled', found.id),
      job_key := 'crossPostingTell:settled:' || found.id || ':' || p_state);
  end if;
end $$;

create function cross_posting.note_review() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform cross_posting.settle_review(new.submission_id, new.collection, new.doc_id, new.state, new.decided_by, new.explanation);
  return null;
end $$;

grant usage on schema cross_posting to coloa_app;
grant select, insert, update on cross_posting.proposals to coloa_app;
grant select, insert on cross_posting.proposal_events to coloa_app;
grant select, insert, update, delete on cross_posting.copies to coloa_app;
revoke all on function cross_posting.settle_review(uuid, text, integer, text, integer, text) from public;
grant execute on function cross_posting.settle_review(uuid, text, integer, text, integer, text) to coloa_app;
