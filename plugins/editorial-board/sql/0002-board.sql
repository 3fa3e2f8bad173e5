-- Boards as bodies (P-6.3bis, P-18), the flows their submissions take, and the signed chain in which every act of a board stands.

-- Filled by the migrator from the plugin's options: who the accounts are, and whose board decides over a log.
create view editorial.accounts as
  select null::integer as person, null::text as name, null::text as email, null::text as language,
    false as is_active, false as is_registrar, null::text as identity
  where false;
create function editorial.board_of(p_log text) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$ select p_log $$;

-- The chain: one for each board, gap-free, every entry signed and holding the hash of the one before.
create table editorial.ledger_heads (
  board text primary key,
  n bigint not null,
  hash text not null
);
create table editorial.ledger (
  board text not null,
  n bigint not null check (n > 0),
  kind text not null,
  text text not null,
  hash text not null check (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  signatures jsonb not null check (jsonb_array_length(signatures) > 0),
  primary key (board, n)
);

-- Locks a board's chain to the end of the transaction and tells where it stands; `at` orders its entries.
create function editorial.lock_ledger(p_board text, out n bigint, out hash text, out at text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into editorial.ledger_heads as h (board, n, hash) values (p_board, 0, '')
  on conflict (board) do update set n = h.n returning h.n, h.hash into n, hash;
  at := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
end $$;

create function editorial.check_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head editorial.ledger_heads;
  said jsonb := new.text::jsonb;
begin
  select * into head from editorial.ledger_heads where board = new.board for update;
  if head.board is null or new.n <> head.n + 1 or (said ->> 'n')::bigint <> new.n
    or said ->> 'board' is distinct from new.board or said ->> 'kind' is distinct from new.kind
    or said ->> 'previous' is distinct from head.hash then
    raise exception 'ledger_out_of_order' using errcode = 'CL409';
  end if;
  update editorial.ledger_heads set n = new.n, hash = new.hash where board = new.board;
  return new;
end $$;
create trigger check_entry before insert on editorial.ledger for each row execute function editorial.check_entry();
alter table editorial.ledger enable always trigger check_entry;

-- Who is what on which board, from when to when, by which document. An end is a row of its own.
create table editorial.appointments (
  id uuid primary key default gen_random_uuid(),
  board text not null,
  person integer not null,
  role text not null check (role in ('head', 'deputy', 'member', 'editor', 'collaborator', 'checker')),
  categories integer[],
  starts_on date not null,
  ends_on date,
  document text not null check (btrim(document) <> ''),
  entered_by integer,
  confirmed_by integer,
  ledger_n bigint not null,
  made_at timestamptz not null default clock_timestamp(),
  foreign key (board, ledger_n) references editorial.ledger (board, n),
  check (ends_on is null or ends_on >= starts_on),
  check (entered_by is distinct from person and confirmed_by is distinct from person),
  check (entered_by is null or entered_by is distinct from confirmed_by),
  check (categories is null or role = 'checker')
);
create index appointments_board on editorial.appointments (board, role);
create index appointments_person on editorial.appointments (person);
create table editorial.appointment_ends (
  appointment_id uuid primary key references editorial.appointments (id),
  ends_on date not null,
  document text not null check (btrim(document) <> ''),
  entered_by integer not null,
  confirmed_by integer,
  board text not null,
  ledger_n bigint not null,
  made_at timestamptz not null default clock_timestamp(),
  foreign key (board, ledger_n) references editorial.ledger (board, n),
  check (entered_by is distinct from confirmed_by)
);

-- Changes of membership that wait for a second person.
create table editorial.membership_proposals (
  id uuid primary key default gen_random_uuid(),
  board text not null,
  act text not null check (act in ('appoint', 'end')),
  person integer not null,
  content jsonb not null,
  entered_by integer not null,
  entered_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'rejected')),
  settled_by integer,
  settled_at timestamptz,
  explanation text,
  check (entered_by <> person)
);
create index proposals_waiting on editorial.membership_proposals (board) where state = 'waiting';

-- Who is what on a day, ends taken into account.
create function editorial.in_force(p_day date)
  returns table (appointment_id uuid, board text, person integer, role text, categories integer[], starts_on date, ends_on date, document text)
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select a.id, a.board, a.person, a.role, a.categories, a.starts_on, least(a.ends_on, e.ends_on), a.document
    from editorial.appointments a left join editorial.appointment_ends e on e.appointment_id = a.id
    where a.starts_on <= p_day and coalesce(a.ends_on >= p_day, true) and coalesce(e.ends_on >= p_day, true)
  $$;

-- Mandates (uỷ quyền): a deputy or member acts for the absent head, dated, scoped, by document. Null scope is all.
create table editorial.mandates (
  id uuid primary key default gen_random_uuid(),
  board text not null,
  principal integer not null,
  delegate integer not null,
  collections text[],
  categories integer[],
  starts_on date not null,
  ends_on date not null,
  document text not null check (btrim(document) <> ''),
  granted_by integer not null,
  ledger_n bigint not null,
  made_at timestamptz not null default clock_timestamp(),
  foreign key (board, ledger_n) references editorial.ledger (board, n),
  check (ends_on >= starts_on),
  check (principal <> delegate and granted_by <> delegate)
);
create index mandates_delegate on editorial.mandates (delegate, board);
create table editorial.mandate_ends (
  mandate_id uuid primary key references editorial.mandates (id),
  reason text not null check (btrim(reason) <> ''),
  ended_by integer not null,
  board text not null,
  ledger_n bigint not null,
  ended_at timestamptz not null default clock_timestamp(),
  foreign key (board, ledger_n) references editorial.ledger (board, n)
);

create function editorial.day_of(p_at timestamptz) returns date
  language sql stable set search_path = pg_catalog, pg_temp as $$ select (p_at at time zone 'Asia/Ho_Chi_Minh')::date $$;

-- No sub-delegation: only a head by appointment gives a mandate, and only to a deputy or member of the same board.
create function editorial.check_mandate() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from editorial.in_force(greatest(new.starts_on, editorial.day_of(clock_timestamp()))) f
    where f.board = new.board and f.person = new.principal and f.role = 'head') then
    raise exception 'principal_not_head' using errcode = 'CL403';
  end if;
  if not exists (select from editorial.in_force(greatest(new.starts_on, editorial.day_of(clock_timestamp()))) f
    where f.board = new.board and f.person = new.delegate and f.role in ('deputy', 'member')) then
    raise exception 'delegate_not_on_board' using errcode = 'CL403';
  end if;
  return new;
end $$;
create trigger check_mandate before insert on editorial.mandates for each row execute function editorial.check_mandate();

-- Nobody but the owner founds a board without a registrar; nobody enters or confirms who may not.
create function editorial.check_appointment() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.entered_by is null then
    if not pg_has_role(current_user, (select relowner from pg_class where oid = 'editorial.appointments'::regclass), 'member') then
      raise exception 'not_a_registrar' using errcode = 'CL403';
    end if;
  elsif not editorial.may_register(new.board, new.role, new.entered_by)
    or (new.confirmed_by is not null and not editorial.may_register(new.board, new.role, new.confirmed_by)) then
    raise exception 'not_a_registrar' using errcode = 'CL403';
  end if;
  return new;
end $$;
-- Registrars keep the register of every board; a head that of his own editors, collaborators and checkers.
create function editorial.may_register(p_board text, p_role text, p_person integer) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select exists (select from editorial.accounts a where a.person = p_person and a.is_active and a.is_registrar)
      or (p_role in ('editor', 'collaborator', 'checker') and exists (
        select from editorial.in_force(editorial.day_of(clock_timestamp())) f join editorial.accounts a on a.person = f.person
        where f.board = p_board and f.person = p_person and f.role = 'head' and a.is_active))
  $$;
create trigger check_appointment before insert on editorial.appointments for each row execute function editorial.check_appointment();

-- Legal holds: while one stands, nothing of the document is published or changed in public; taking it down stays possible.
create table editorial.holds (
  id uuid primary key default gen_random_uuid(),
  board text not null,
  collection text not null,
  doc_id integer not null,
  reason text not null check (btrim(reason) <> ''),
  document text not null,
  placed_by integer not null,
  placed_at timestamptz not null default clock_timestamp(),
  ledger_n bigint not null,
  foreign key (board, ledger_n) references editorial.ledger (board, n)
);
create index holds_document on editorial.holds (collection, doc_id);
create table editorial.hold_lifts (
  hold_id uuid primary key references editorial.holds (id),
  reason text not null check (btrim(reason) <> ''),
  lifted_by integer not null,
  lifted_at timestamptz not null default clock_timestamp(),
  board text not null,
  ledger_n bigint not null,
  foreign key (board, ledger_n) references editorial.ledger (board, n)
);

-- Who wrote in a document, kept outside Payload's versions, which know no author.
create table editorial.contributions (
  collection text not null,
  doc_id integer not null,
  person integer not null,
  first_at timestamptz not null default clock_timestamp(),
  last_at timestamptz not null default clock_timestamp(),
  primary key (collection, doc_id, person)
);
create function editorial.stamp_contribution() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.last_at := clock_timestamp();
  return new;
end $$;
create trigger stamp before insert or update on editorial.contributions for each row execute function editorial.stamp_contribution();

-- Several submissions that are released together or not at all.
create table editorial.bundles (
  id uuid primary key default gen_random_uuid(),
  board text not null,
  name text not null check (btrim(name) <> ''),
  state text not null default 'open' check (state in ('open', 'released', 'dissolved')),
  made_by integer not null,
  made_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz
);

alter table editorial.reviews
  add column board text,
  add column category integer,
  add column round integer not null default 1,
  add column flow jsonb,
  add column step integer not null default 0,
  add column actors text[] not null default '{}',
  add column step_due_at timestamptz,
  add column contributors integer[] not null default '{}',
  add column supplier integer,
  add column bundle_id uuid references editorial.bundles (id),
  add column return_to jsonb;
update editorial.reviews set board = editorial.board_of(log), step_due_at = due_at, actors = '{head}';
alter table editorial.reviews alter column board set not null;
alter table editorial.reviews drop constraint reviews_state_check;
alter table editorial.reviews add constraint reviews_state_check check
  (state in ('submitted', 'decided', 'approved', 'lapsed', 'returned', 'refused', 'recalled', 'superseded'));
create index reviews_step_due on editorial.reviews (step_due_at) where state = 'submitted';
create index reviews_board on editorial.reviews (board, step_due_at) where state = 'submitted';
create index reviews_decided on editorial.reviews (submission_id) where state = 'decided';
create index reviews_by_submitter on editorial.reviews (submitted_by, decided_at desc);

-- Flows that a board sets for itself (P-9.3); the latest row of a scope counts, an empty one gives the ready-made flow back.
create table editorial.flow_rules (
  id bigint generated always as identity primary key,
  board text not null,
  collection text,
  category integer,
  flow jsonb,
  document text not null check (btrim(document) <> ''),
  entered_by integer not null,
  entered_at timestamptz not null default clock_timestamp(),
  ledger_n bigint not null,
  foreign key (board, ledger_n) references editorial.ledger (board, n)
);
create index flow_rules_board on editorial.flow_rules (board, id desc);

-- One voice at one step of one round; never changed.
create table editorial.ballots (
  id uuid primary key default gen_random_uuid(),
  submission_id uuid not null references release.submissions (id),
  round integer not null,
  step integer not null,
  vote text not null check (vote in ('approve', 'return', 'refuse')),
  person integer not null,
  role text not null,
  acting_for integer,
  mandate_id uuid references editorial.mandates (id),
  sha256 text not null,
  reason_code text,
  explanation text,
  cast_at timestamptz not null default clock_timestamp(),
  board text not null,
  ledger_n bigint not null,
  foreign key (board, ledger_n) references editorial.ledger (board, n),
  unique (submission_id, round, step, person),
  check (vote = 'approve' or coalesce(btrim(explanation), '') <> ''),
  check (vote <> 'refuse' or reason_code is not null),
  check ((acting_for is null) = (mandate_id is null))
);

-- Decisions that were taken back before they were carried out.
create table editorial.revocations (
  decision_id uuid primary key references release.decisions (id),
  reason text not null check (btrim(reason) <> ''),
  revoked_by integer not null,
  revoked_at timestamptz not null default clock_timestamp(),
  board text not null,
  ledger_n bigint not null,
  foreign key (board, ledger_n) references editorial.ledger (board, n)
);

-- What went out by the emergency lane and waits for another person's review.
create table editorial.after_reviews (
  decision_id uuid primary key references release.decisions (id),
  board text not null,
  log text not null,
  collection text not null,
  doc_id integer not null,
  title text not null,
  reason_code text not null,
  issued_by integer not null,
  issued_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null,
  escalated_at timestamptz,
  reviewed_by integer,
  reviewed_at timestamptz,
  verdict text check (verdict in ('confirmed', 'objected')),
  explanation text,
  check (reviewed_by is null or reviewed_by <> issued_by),
  check ((reviewed_by is null) = (verdict is null))
);
create index after_reviews_open on editorial.after_reviews (board, due_at) where reviewed_by is null;
create index after_reviews_month on editorial.after_reviews (board, issued_at);

alter table editorial.review_events drop constraint review_events_verb_check;
alter table editorial.review_events
  add column board text,
  add column step integer,
  add column role text,
  add column acting_for integer,
  add column mandate_id uuid,
  add constraint review_events_verb_check check (verb in ('submit', 'advance', 'approve', 'decide', 'release', 'lapse', 'cancel',
    'return', 'refuse', 'recall', 'supersede', 'withdraw', 'emergency', 'review', 'hold', 'lift', 'bundle', 'unbundle'));
alter table editorial.review_events alter column actor drop not null;

do $$
declare t text;
begin
  foreach t in array array['ledger', 'appointments', 'appointment_ends', 'mandates', 'mandate_ends', 'holds', 'hold_lifts', 'ballots', 'revocations', 'flow_rules'] loop
    execute format('create trigger append_only before update or delete on editorial.%I for each row execute function release.refuse_change()', t);
    execute format('create trigger append_only_truncate before truncate on editorial.%I for each statement execute function release.refuse_change()', t);
    execute format('alter table editorial.%I enable always trigger append_only', t);
    execute format('alter table editorial.%I enable always trigger append_only_truncate', t);
    execute format('grant select, insert on editorial.%I to coloa_app', t);
  end loop;
end $$;
alter table editorial.mandates enable always trigger check_mandate;
alter table editorial.appointments enable always trigger check_appointment;

grant select on editorial.ledger_heads, editorial.accounts to coloa_app;
grant select, insert on editorial.contributions to coloa_app;
grant update (last_at) on editorial.contributions to coloa_app;
grant select, insert, update on editorial.membership_proposals, editorial.bundles, editorial.after_reviews to coloa_app;
revoke all on all functions in schema editorial from public;
grant execute on all functions in schema editorial to coloa_app;

-- The section a decision is about, as submitted or, for a withdrawal, as released last.
create function editorial.category_of(d release.decisions) returns integer
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select (b.body::jsonb -> 'locales' -> 'vi' ->> p.category)::integer
    from release.projections p, lateral (
      select coalesce(
        (select s.body from release.submissions s where s.id = d.submission_id),
        (select r.body from release.releases r where r.collection = d.collection and r.doc_id = d.doc_id and r.body is not null
         order by r.released_at desc limit 1)) as body) b
    where p.collection = d.collection
  $$;

-- Whether the flow of the submission gives a role its own voice at an approving step.
create function editorial.flow_lets(d release.decisions, p_role text) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select exists (
      select from editorial.reviews r, jsonb_array_elements(r.flow -> 'steps') s
      where r.submission_id = d.submission_id and s ->> 'kind' = 'approval' and s -> 'actors' ? p_role)
  $$;
-- Asked by the log when a decision is recorded and again when it is carried out.
create or replace function release.refusal_of(d release.decisions, p_at timestamptz) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select case
      when d.capacity = 'import' then
        case when pg_has_role(current_user, (select relowner from pg_class where oid = 'release.decisions'::regclass), 'member')
          then null else 'may_not_decide' end
      when not exists (select from editorial.accounts a where a.person = d.decided_by and a.is_active) then 'may_not_decide'
      when exists (select from editorial.revocations v where v.decision_id = d.id) then 'decision_revoked'
      when d.kind <> 'withdraw' and exists (
        select from editorial.holds h left join editorial.hold_lifts l on l.hold_id = h.id
        where h.collection = d.collection and h.doc_id = d.doc_id and l.hold_id is null) then 'on_hold'
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

grant execute on function editorial.category_of(release.decisions), editorial.flow_lets(release.decisions, text) to coloa_app;
revoke all on function editorial.category_of(release.decisions), editorial.flow_lets(release.decisions, text) from public;
