-- Updates of a site as windows count them; whether one lies within a window is answered by the index alone.
drop index release.releases_updates;
create index releases_updates on release.releases (log, released_at) include (seq, kind)
  where kind in ('publish', 'update') and not is_import;
