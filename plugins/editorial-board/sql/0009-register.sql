-- The rules of the register once more in the database: two accounts of one person are one, and what needs a second person
-- has one. A runtime that was taken over cannot put a head onto a board by itself.

create function editorial.is_same_person(p_one integer, p_other integer) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select p_one = p_other or exists (
      select from editorial.accounts x join editorial.accounts y on y.identity = x.identity
      where x.person = p_one and y.person = p_other)
  $$;

-- Head, deputies and members need a second registrar, as long as there is one who is neither who enters it nor whom it is about.
create function editorial.needs_second(p_role text, p_person integer, p_entered integer) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select p_role in ('head', 'deputy', 'member') and exists (
      select from editorial.accounts a where a.is_active and a.is_registrar
        and not editorial.is_same_person(a.person, p_entered) and not editorial.is_same_person(a.person, p_person))
  $$;

-- Why a change of a role may not be entered so; null when it may.
create function editorial.register_refusal(p_board text, p_role text, p_person integer, p_entered integer, p_confirmed integer)
  returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
    select case
      when not editorial.may_register(p_board, p_role, p_entered)
        or (p_confirmed is not null and not editorial.may_register(p_board, p_role, p_confirmed)) then 'not_a_registrar'
      when editorial.is_same_person(p_entered, p_person)
        or (p_confirmed is not null and editorial.is_same_person(p_confirmed, p_person)) then 'not_about_oneself'
      when editorial.needs_second(p_role, p_person, p_entered)
        and (p_confirmed is null or editorial.is_same_person(p_confirmed, p_entered)) then 'second_person_missing'
    end
  $$;

create or replace function editorial.check_appointment() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  refusal text;
begin
  if new.entered_by is null then
    if not pg_has_role(current_user, (select relowner from pg_class where oid = 'editorial.appointments'::regclass), 'member') then
      raise exception 'not_a_registrar' using errcode = 'CL403';
    end if;
    return new;
  end if;
  refusal := editorial.register_refusal(new.board, new.role, new.person, new.entered_by, new.confirmed_by);
  if refusal is not null then
    raise exception using message = refusal, errcode = 'CL403';
  end if;
  return new;
end $$;

create function editorial.check_appointment_end() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  ended editorial.appointments;
  refusal text;
begin
  select * into ended from editorial.appointments where id = new.appointment_id;
  refusal := case when ended.board is distinct from new.board then 'not_a_registrar'
    else editorial.register_refusal(ended.board, ended.role, ended.person, new.entered_by, new.confirmed_by) end;
  if refusal is not null then
    raise exception using message = refusal, errcode = 'CL403';
  end if;
  return new;
end $$;
create trigger check_appointment_end before insert on editorial.appointment_ends
  for each row execute function editorial.check_appointment_end();
alter table editorial.appointment_ends enable always trigger check_appointment_end;

create or replace function editorial.check_mandate() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.granted_by <> new.principal and not exists (
    select from editorial.accounts a where a.person = new.granted_by and a.is_active and a.is_registrar) then
    raise exception 'not_a_registrar' using errcode = 'CL403';
  end if;
  if editorial.is_same_person(new.delegate, new.principal) or editorial.is_same_person(new.delegate, new.granted_by) then
    raise exception 'not_about_oneself' using errcode = 'CL403';
  end if;
  if not exists (select from editorial.in_force(greatest(new.starts_on, editorial.day_of(clock_timestamp()))) f
    where f.board = new.board and f.person = new.principal and f.role = 'head') then
    raise exception 'principal_not_head' using errcode = 'CL403';
  end if;
  if not exists (select from editorial.in_force(greatest(new.starts_on, editorial.day_of(clock_timestamp()))) f
    where f.board = new.board and f.person = new.delegate and f.role in ('deputy', 'member')) then
    raise exception 'delegate_not_on_board' using errcode = 'CL403';
  end if;
  return new;
end $$;

-- Only the head ends what the head gave, or a registrar.
create function editorial.check_mandate_end() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from editorial.mandates m where m.id = new.mandate_id and m.board = new.board and (m.principal = new.ended_by
    or exists (select from editorial.accounts a where a.person = new.ended_by and a.is_active and a.is_registrar))) then
    raise exception 'not_a_registrar' using errcode = 'CL403';
  end if;
  return new;
end $$;
create trigger check_mandate_end before insert on editorial.mandate_ends
  for each row execute function editorial.check_mandate_end();
alter table editorial.mandate_ends enable always trigger check_mandate_end;

revoke all on function editorial.is_same_person(integer, integer), editorial.needs_second(text, integer, integer),
  editorial.register_refusal(text, text, integer, integer, integer), editorial.check_appointment_end(),
  editorial.check_mandate_end() from public;
grant execute on function editorial.is_same_person(integer, integer), editorial.needs_second(text, integer, integer),
  editorial.register_refusal(text, text, integer, integer, integer), editorial.check_appointment_end(),
  editorial.check_mandate_end() to coloa_app;
