-- Which workers live: what a dead one held in its hands is taken up by the others.
create table web.workers (
  id text primary key,
  seen_at timestamptz not null default now()
);
grant select, insert, update, delete on web.workers to coloa_app;
