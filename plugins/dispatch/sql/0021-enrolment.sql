-- A code that an operator makes for one board, to be typed into its browser: the board then enters its own key. The code itself
-- is kept nowhere.
create table dispatch.enrolment_codes (
  id uuid primary key default gen_random_uuid(),
  device_id integer not null references public.devices (id),
  code_sha256 text not null,
  made_at timestamptz not null default clock_timestamp(),
  made_by integer not null,
  valid_until timestamptz not null,
  wrong_tries integer not null default 0,
  used_at timestamptz
);
create index enrolment_codes_of_device on dispatch.enrolment_codes (device_id, made_at desc);
grant select, insert, update on dispatch.enrolment_codes to coloa_app;
