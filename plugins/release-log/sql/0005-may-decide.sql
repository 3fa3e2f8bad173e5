-- Who may decide, asked by the database itself: no decision of somebody without a mandate on that day can be recorded.

-- Heads and deputies of the site's board; in an emergency members too. The log `common` is the city board's. An import is
-- an act of whoever owns the database, never of the runtime role.
create function release.may_decide(p_log text, p_user integer, p_capacity text, p_at timestamptz) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
    select case when p_capacity = 'import' then
      pg_has_role(current_user, (select relowner from pg_class where oid = 'release.decisions'::regclass), 'member')
    else exists (
      select from public.memberships m
      join public.users u on u.id = m.user_id
      join public.sites s on s.id = m.site_id
      cross join (select to_char(p_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')) d(day)
      where m.user_id = p_user and u.is_active is not false
        and case p_capacity
          when 'emergency' then m.role::text in ('head', 'deputy', 'member')
          when 'head' then m.role::text = 'head'
          when 'deputy' then m.role::text = 'deputy'
          else false end
        and m.starts_on <= d.day and coalesce(nullif(m.ends_on, ''), d.day) >= d.day
        and case when p_log = 'common' then s.kind::text = 'city' else s.code = p_log end)
    end
  $$;

-- A decision says the same as the submission it names, down to the hash, and its maker holds the mandate he claims.
create or replace function release.check_decision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.decided_at := clock_timestamp();
  if not release.may_decide(new.log, new.decided_by, new.capacity, new.decided_at) then
    raise exception 'may_not_decide' using errcode = 'CL403';
  end if;
  if new.submission_id is not null and not exists (
    select from release.submissions s
    where s.id = new.submission_id and s.log = new.log and s.collection = new.collection
      and s.doc_id = new.doc_id and s.sha256 = new.sha256
  ) then
    raise exception 'decision_no_longer_matches' using errcode = 'CL409';
  end if;
  return new;
end $$;

revoke all on function release.may_decide(text, integer, text, timestamptz) from public;
grant execute on function release.may_decide(text, integer, text, timestamptz) to coloa_app;
revoke execute on function release.append_import(uuid, text[], text[], integer[], text[], timestamptz[]) from coloa_app;
