-- What the guard was when it was installed: without it the next migration could not tell a guard that was taken away from
-- one that was never there, and would quietly put it back.
create table release.guarded_tables (
  table_name text primary key,
  function_name text not null,
  source_md5 text not null
);
