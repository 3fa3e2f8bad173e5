-- The second factor of people who may do what cannot be undone: a code of an authenticator app.

create table web.second_factors (
  person integer primary key,
  -- AES-256-GCM under a key made of PAYLOAD_SECRET: nonce, tag, text; base64.
  secret text not null,
  begun_at timestamptz not null default clock_timestamp(),
  -- Null until the person has shown a code of it.
  confirmed_at timestamptz,
  -- The last time step of which a code was taken, and for what; none at or before it is taken for anything else.
  last_step bigint not null default 0,
  last_purpose text,
  last_at timestamptz,
  -- Keyed hashes of the recovery codes nobody has used.
  recovery text[] not null default '{}'
);

-- What was done with it, for auditors and to slow down who guesses.
create table web.second_factor_events (
  id bigint generated always as identity primary key,
  person integer not null,
  at timestamptz not null default clock_timestamp(),
  event text not null check (event in ('begun', 'enrolled', 'accepted', 'recovered', 'refused', 'replayed', 'ended')),
  purpose text,
  -- Who did it, when it was somebody else.
  by_person integer
);
create index second_factor_events_of_person on web.second_factor_events (person, at desc);

grant select, insert, update, delete on web.second_factors to coloa_app;
grant select, insert on web.second_factor_events to coloa_app;
