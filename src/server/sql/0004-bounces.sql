-- Addresses that their server refused for good: nothing goes to them until somebody clears them, or enters them anew.
create table web.bounces (
  id bigint generated always as identity primary key,
  email text not null,
  reason text not null,
  mail_key text not null,
  bounced_at timestamptz not null default clock_timestamp(),
  cleared_at timestamptz,
  cleared_by integer
);
create unique index bounces_in_force on web.bounces (email) where cleared_at is null;

-- Of a mail to several: who has it already, when the others did not take it yet.
alter table web.mails add column delivered text[] not null default '{}';
-- Nobody is left to send it to.
alter table web.mails add column dropped_at timestamptz;
drop index web.mails_waiting;
create index mails_waiting on web.mails (queued_at) where sent_at is null and dropped_at is null;

create function web.clear_bounce() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update web.bounces set cleared_at = clock_timestamp() where email = lower(new.email) and cleared_at is null;
  return null;
end $$;
-- A project with accounts of another name clears by hand.
do $$ begin
  if to_regclass('public.users') is not null then
    create trigger clear_bounce after update of email on public.users
      for each row when (old.email is distinct from new.email) execute function web.clear_bounce();
  end if;
end $$;

grant select, insert, update on web.bounces to coloa_app;
