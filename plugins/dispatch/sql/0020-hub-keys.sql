-- The keys with which this hub signs for devices, once it has changed one or is about to. What is told of them is in every
-- device's standing; who has them, devices say in their heartbeats.
create table dispatch.hub_keys (
  -- Ed25519, 32 bytes, base64.
  public_key text primary key check (length(public_key) = 44),
  told_at timestamptz not null default clock_timestamp(),
  -- Since when it signs; null for the next one.
  signs_since timestamptz,
  -- Until when devices are told to believe it; null without end.
  valid_until timestamptz
);
create unique index hub_keys_one_next on dispatch.hub_keys ((true)) where signs_since is null;
grant select on dispatch.hub_keys to coloa_app;
