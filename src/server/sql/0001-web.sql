-- What web processes share.

create unlogged table web.rate_hits (
  key text not null,
  window_start bigint not null,
  hits integer not null,
  primary key (key, window_start)
);
create index on web.rate_hits (window_start);

-- Each worker process says that its clock ticks.
create table web.heartbeats (
  name text primary key,
  at timestamptz not null default now()
);

-- What this installation is: set by the seed.
create table web.installation (
  key text primary key,
  value text not null,
  at timestamptz not null default now()
);

grant usage on schema web to coloa_app;
grant select, insert, update, delete on web.rate_hits, web.heartbeats to coloa_app;
grant select on web.installation to coloa_app;
