-- What happens between a submission and a decision.

create table editorial.reviews (
  submission_id uuid primary key references release.submissions (id),
  log text not null,
  collection text not null,
  doc_id integer not null,
  title text not null,
  state text not null check (state in ('submitted', 'approved', 'returned', 'refused', 'recalled', 'superseded')),
  priority text not null default 'normal',
  submitted_by integer not null,
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  decided_by integer,
  decided_at timestamptz,
  decision_id uuid references release.decisions (id),
  reason_code text,
  explanation text
);
create unique index one_open_review on editorial.reviews (collection, doc_id) where state = 'submitted';
create index reviews_waiting on editorial.reviews (log, due_at) where state = 'submitted';
create index reviews_of_document on editorial.reviews (collection, doc_id, submitted_at desc);

create table editorial.review_events (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  submission_id uuid references release.submissions (id),
  collection text not null,
  doc_id integer not null,
  actor integer not null,
  verb text not null check (verb in ('submit', 'approve', 'return', 'refuse', 'recall', 'supersede', 'withdraw', 'emergency')),
  reason_code text,
  explanation text
);
create index events_of_document on editorial.review_events (collection, doc_id, id);
create trigger append_only before update or delete on editorial.review_events for each row execute function release.refuse_change();
create trigger append_only_truncate before truncate on editorial.review_events for each statement execute function release.refuse_change();
alter table editorial.review_events enable always trigger append_only;
alter table editorial.review_events enable always trigger append_only_truncate;

grant usage on schema editorial to coloa_app;
grant select, insert, update on editorial.reviews to coloa_app;
grant select, insert on editorial.review_events to coloa_app;
