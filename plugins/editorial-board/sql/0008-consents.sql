-- Standing consents: a board lets items of another log in without deciding on each. What rests on one is for cross-posting.
create table editorial.consents (
  id uuid primary key default gen_random_uuid(),
  board text not null,
  log text not null,
  source_log text not null,
  collections text[],
  categories integer[],
  may_publish boolean not null,
  may_update boolean not null,
  starts_on date not null,
  ends_on date not null,
  document text not null check (btrim(document) <> ''),
  granted_by integer not null,
  acting_for integer,
  mandate_id uuid references editorial.mandates (id),
  ledger_n bigint not null,
  made_at timestamptz not null default clock_timestamp(),
  foreign key (board, ledger_n) references editorial.ledger (board, n),
  check (ends_on >= starts_on),
  check (log <> source_log),
  check (may_publish or may_update),
  check ((acting_for is null) = (mandate_id is null))
);
create index consents_log on editorial.consents (log, source_log);
create table editorial.consent_ends (
  consent_id uuid primary key references editorial.consents (id),
  reason text not null check (btrim(reason) <> ''),
  ended_by integer not null,
  board text not null,
  ledger_n bigint not null,
  ended_at timestamptz not null default clock_timestamp(),
  foreign key (board, ledger_n) references editorial.ledger (board, n)
);

-- The consent under which an item of another log may be published or updated in a log at a moment; null when there is none.
create function editorial.consent_for(p_log text, p_source text, p_collection text, p_category integer, p_is_update boolean,
  p_at timestamptz) returns uuid
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select c.id from editorial.consents c left join editorial.consent_ends e on e.consent_id = c.id
    where c.log = p_log and c.source_log = p_source and e.consent_id is null
      and editorial.day_of(p_at) between c.starts_on and c.ends_on
      and (c.collections is null or p_collection = any (c.collections))
      and (c.categories is null or p_category = any (c.categories))
      and case when p_is_update then c.may_update else c.may_publish end
    order by c.made_at limit 1
  $$;

do $$
declare t text;
begin
  foreach t in array array['consents', 'consent_ends'] loop
    execute format('create trigger append_only before update or delete on editorial.%I for each row execute function release.refuse_change()', t);
    execute format('create trigger append_only_truncate before truncate on editorial.%I for each statement execute function release.refuse_change()', t);
    execute format('alter table editorial.%I enable always trigger append_only', t);
    execute format('alter table editorial.%I enable always trigger append_only_truncate', t);
    execute format('grant select, insert on editorial.%I to coloa_app', t);
  end loop;
end $$;
revoke all on function editorial.consent_for(text, text, text, integer, boolean, timestamptz) from public;
grant execute on function editorial.consent_for(text, text, text, integer, boolean, timestamptz) to coloa_app;
