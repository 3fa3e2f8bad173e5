-- Notices about days off and days worked, as they were entered and applied. One that was wrong is put right by the next.
create table sla.calendar_notices (
  id bigint generated always as identity primary key,
  number text not null check (btrim(number) <> ''),
  issued_on date not null,
  issuing_body text not null check (btrim(issuing_body) <> ''),
  link text,
  -- Units have days of their own; null: everybody's.
  unit integer,
  -- The year this notice is complete for.
  full_year integer,
  -- As plugins/update-sla/notices/notice.ts describes them.
  days jsonb not null check (jsonb_typeof(days) = 'array'),
  -- Which rows of the calendar it changed, with what stood there before.
  changes jsonb not null,
  entered_by integer,
  entered_by_name text not null,
  applied_at timestamptz not null
);
-- An issuing body numbers its letters anew each year.
create unique index calendar_notices_number on sla.calendar_notices
  (lower(btrim(number)), (extract(year from issued_on)), coalesce(unit, 0));

-- Each clock that a notice moved.
create table sla.shifts (
  notice bigint not null references sla.calendar_notices (id),
  clock bigint not null references sla.clocks (id),
  due_before timestamptz not null,
  due_after timestamptz not null check (due_after <> due_before),
  at timestamptz not null,
  primary key (notice, clock)
);
create index shifts_clock on sla.shifts (clock, at);

do $$
declare t text;
begin
  foreach t in array array['calendar_notices', 'shifts'] loop
    execute format('create trigger append_only before update or delete on sla.%I for each row execute function sla.refuse_change()', t);
    execute format('create trigger append_only_truncate before truncate on sla.%I for each statement execute function sla.refuse_change()', t);
  end loop;
end $$;

grant select, insert on sla.calendar_notices, sla.shifts to coloa_app;
