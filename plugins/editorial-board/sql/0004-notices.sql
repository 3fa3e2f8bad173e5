-- Who is told what, how each person wants to be told, and what the clock has told already.

create table editorial.notices (
  id bigint generated always as identity primary key,
  -- what is told, once and for all
  key text not null,
  person integer not null,
  kind text not null check (kind in ('submitted', 'advanced', 'dueSoon', 'overdue', 'returned', 'refused', 'lapsed', 'approved',
    'released', 'withdrawn', 'emergency', 'emergencyOverdue', 'emergencyReviewed', 'membership')),
  board text not null,
  log text not null,
  collection text,
  doc_id integer,
  submission_id uuid,
  round integer,
  step integer,
  title text not null,
  detail jsonb not null default '{}',
  at timestamptz not null,
  is_shown boolean not null,
  mail text not null check (mail in ('now', 'digest', 'none')),
  read_at timestamptz,
  -- somebody has done what this asked for, or it is no longer asked for
  settled_at timestamptz,
  digest_on date,
  unique (key, person)
);
create index notices_of_person on editorial.notices (person, id desc) where is_shown;
create index notices_unread on editorial.notices (person) where is_shown and read_at is null and settled_at is null;
create index notices_for_digest on editorial.notices (person, id) where mail = 'digest' and digest_on is null;
create index notices_open on editorial.notices (submission_id) where settled_at is null;

create table editorial.notice_choices (
  person integer not null,
  kind text not null,
  channel text not null check (channel in ('mail', 'inApp')),
  choice text not null check (choice in ('now', 'digest', 'none')),
  primary key (person, kind, channel),
  check (channel = 'mail' or choice <> 'digest')
);

-- Steps that the clock has spoken about; `next_at`: when it speaks to the head.
create table editorial.step_alarms (
  submission_id uuid not null references editorial.reviews (submission_id),
  round integer not null,
  step integer not null,
  kind text not null check (kind in ('soon', 'late', 'head')),
  at timestamptz not null,
  next_at timestamptz,
  primary key (submission_id, round, step, kind)
);
create index alarms_next on editorial.step_alarms (next_at) where kind = 'late';

create table editorial.digest_days (
  day date primary key,
  sent_at timestamptz not null default clock_timestamp(),
  people integer
);

alter table editorial.after_reviews
  add column managing_due_at timestamptz,
  add column managing_told_at timestamptz;

grant select, insert, update on editorial.notices, editorial.digest_days to coloa_app;
grant select, insert, update, delete on editorial.notice_choices to coloa_app;
grant select, insert on editorial.step_alarms to coloa_app;

-- Heads of a board on a day, and who acts for a head under a mandate in force.
create function editorial.heads_of(p_board text, p_day date) returns setof integer
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select f.person from editorial.in_force(p_day) f where f.board = p_board and f.role = 'head'
    union
    select m.delegate from editorial.mandates m left join editorial.mandate_ends e on e.mandate_id = m.id
    where m.board = p_board and e.mandate_id is null and p_day between m.starts_on and m.ends_on
      and exists (select from editorial.in_force(p_day) p where p.board = m.board and p.person = m.principal and p.role = 'head')
      and exists (select from editorial.in_force(p_day) q where q.board = m.board and q.person = m.delegate and q.role in ('deputy', 'member'))
      and (m.collections is null and m.categories is null)
  $$;

-- Whom a waiting submission waits for: who may vote at its step that day, by role, mandate or as supplier, has not voted yet, and
-- is not kept from it by the rule of four eyes.
create function editorial.waits_for(p_submission uuid, p_day date) returns setof integer
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
            when r.flow ->> 'fourEyes' = 'submitter' then array[r.submitted_by]
            else r.contributors || r.submitted_by end) w(person)
          left join editorial.accounts a on a.person = w.person)
    select b.person from r, able b join editorial.accounts a on a.person = b.person
    where a.is_active and coalesce(a.identity, 'account:' || b.person) not in (select identity from writers)
      and not exists (select from editorial.ballots v where v.submission_id = r.submission_id and v.round = r.round
        and v.step = r.step and v.person = b.person)
  $$;

revoke all on function editorial.heads_of(text, date), editorial.waits_for(uuid, date) from public;
grant execute on function editorial.heads_of(text, date), editorial.waits_for(uuid, date) to coloa_app;
