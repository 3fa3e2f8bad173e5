-- The technical side of component sites: their keys, where they are called, and how far they have read. Nothing secret is kept:
-- of a key its hash, and the secrets of signatures are derived from the installation's own key.

create table cross_posting.site_keys (
  id uuid primary key default gen_random_uuid(),
  site text not null,
  label text not null check (label <> ''),
  scopes text[] not null check (scopes <@ array['feed', 'propose', 'manage'] and cardinality(scopes) > 0),
  -- What is shown of it, so that people tell their keys apart.
  hint text not null,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default clock_timestamp(),
  created_by integer,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by integer,
  -- A key that was rotated stays good until then, so that a site changes over without a pause.
  replaced_by uuid references cross_posting.site_keys (id),
  overlap_until timestamptz,
  check ((replaced_by is null) = (overlap_until is null))
);
create index keys_of_site on cross_posting.site_keys (site, created_at desc);

create table cross_posting.key_uses (
  key_id uuid primary key references cross_posting.site_keys (id),
  used_at timestamptz not null,
  address text not null
);

-- One row for a key and a reason, however often somebody tries it.
create table cross_posting.key_refusals (
  key_id uuid not null references cross_posting.site_keys (id),
  code text not null,
  n bigint not null default 1,
  first_at timestamptz not null default clock_timestamp(),
  last_at timestamptz not null default clock_timestamp(),
  last_address text not null,
  primary key (key_id, code)
);

-- The number a key last asked for of each log: what came before it has reached the site.
create table cross_posting.pulls (
  key_id uuid not null references cross_posting.site_keys (id),
  log text not null,
  site text not null,
  after bigint not null,
  pulled_at timestamptz not null,
  primary key (key_id, log)
);
create index pulls_of_site on cross_posting.pulls (site, log, pulled_at desc);

-- Who looks after a site's programs without being on its board. Ended, never deleted.
create table cross_posting.technicians (
  id bigint generated always as identity primary key,
  site text not null,
  person integer not null,
  named_by integer not null,
  named_at timestamptz not null default clock_timestamp(),
  ended_by integer,
  ended_at timestamptz
);
create unique index technicians_now on cross_posting.technicians (site, person) where ended_at is null;
create index technicians_person on cross_posting.technicians (person) where ended_at is null;

create table cross_posting.endpoints (
  id uuid primary key default gen_random_uuid(),
  site text not null,
  url text not null check (length(url) <= 2000),
  logs text[] not null check (cardinality(logs) between 1 and 20),
  -- null: every collection.
  collections text[],
  state text not null default 'unverified' check (state in ('unverified', 'active', 'disabled', 'gone', 'removed')),
  problem text,
  -- The secret of the optional symmetric signature is derived from this number; the one before it holds until the overlap ends.
  secret_generation integer not null default 1,
  overlap_until timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  created_by integer,
  verified_at timestamptz,
  changed_at timestamptz not null default clock_timestamp()
);
create index endpoints_of_site on cross_posting.endpoints (site) where state <> 'removed';
create index endpoints_logs on cross_posting.endpoints using gin (logs) where state = 'active';

-- The newest an endpoint has to hear of a log, one row in each lane: a site that is away for a month costs no more than one
-- that is away for a second. Emergencies are lane 0.
create table cross_posting.hints (
  endpoint_id uuid not null references cross_posting.endpoints (id),
  log text not null,
  lane smallint not null check (lane in (0, 1)),
  seq bigint not null,
  told_seq bigint not null default 0,
  collection text not null,
  doc_id integer not null,
  kind text not null,
  sha256 text,
  released_at timestamptz not null,
  message_id uuid not null default gen_random_uuid(),
  failures integer not null default 0,
  failing_since timestamptz,
  next_at timestamptz not null default clock_timestamp(),
  dead_at timestamptz,
  lease uuid,
  lease_until timestamptz,
  primary key (endpoint_id, log, lane)
);
create index hints_due on cross_posting.hints (lane, next_at) where seq > told_seq and dead_at is null;

create table cross_posting.attempts (
  id bigint generated always as identity primary key,
  endpoint_id uuid not null references cross_posting.endpoints (id),
  type text not null check (type in ('release', 'test', 'endpoint.verify')),
  log text,
  seq bigint,
  message_id uuid not null,
  started_at timestamptz not null,
  duration_ms integer not null,
  -- From the release to the answer; of hints that arrived.
  latency_ms integer,
  outcome text not null,
  status integer,
  detail text
);
create index attempts_of_endpoint on cross_posting.attempts (endpoint_id, id desc);
create index attempts_old on cross_posting.attempts (started_at);

-- Numbers an operator may change.
create table cross_posting.settings (
  name text primary key check (name in ('attemptDays', 'attemptsOfEndpoint', 'giveUpHours', 'overlapHours')),
  value integer not null check (value > 0)
);
insert into cross_posting.settings (name, value) values
  ('attemptDays', 30), ('attemptsOfEndpoint', 2000), ('giveUpHours', 72), ('overlapHours', 168);

-- The generations of the key that signs webhooks; each is derived from the installation's key.
create table cross_posting.webhook_keys (
  generation integer primary key check (generation > 0),
  since timestamptz not null default clock_timestamp(),
  made_by integer
);
insert into cross_posting.webhook_keys (generation) values (1);

grant usage on schema cross_posting to coloa_app;
grant select, insert, update on cross_posting.site_keys, cross_posting.key_uses, cross_posting.key_refusals, cross_posting.pulls,
  cross_posting.technicians, cross_posting.endpoints, cross_posting.hints to coloa_app;
grant select, insert, delete on cross_posting.attempts to coloa_app;
grant select, update on cross_posting.settings to coloa_app;
grant select, insert on cross_posting.webhook_keys to coloa_app;
