-- Which site met which update window on which day. A verdict is given once and never changed.
create table sla.verdicts (
  site text not null,
  window_code text not null,
  day date not null,
  clause text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null check (state in ('met', 'missed')),
  met_by_seq bigint,
  evaluated_at timestamptz not null default now(),
  primary key (site, window_code, day)
);
create index verdicts_by_day on sla.verdicts (day, state);

-- How far windows have been judged; the first row is written when an installation starts to owe anything.
create table sla.progress (
  one boolean primary key default true check (one),
  judged_until timestamptz not null
);

grant usage on schema sla to coloa_app;
grant select, insert on sla.verdicts to coloa_app;
grant select, insert, update on sla.progress to coloa_app;
