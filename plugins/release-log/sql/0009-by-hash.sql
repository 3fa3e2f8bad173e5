-- Anybody may ask what a text with this hash is.
create index releases_sha256 on release.releases (sha256, released_at desc) where sha256 is not null;
