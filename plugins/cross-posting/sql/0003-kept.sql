-- What has ended stays ended, and an offer stays as it was made, also where the application itself writes.
revoke update on cross_posting.site_keys, cross_posting.technicians from coloa_app;
grant update (revoked_at, revoked_by, replaced_by, overlap_until) on cross_posting.site_keys to coloa_app;
grant update (ended_at, ended_by) on cross_posting.technicians to coloa_app;

create function cross_posting.keep_key() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.revoked_at is not null and row(new.revoked_at, new.revoked_by) is distinct from row(old.revoked_at, old.revoked_by) then
    raise exception 'append_only: a key that was revoked stays revoked' using errcode = '42501';
  end if;
  if old.overlap_until is not null and (new.overlap_until is null or new.overlap_until > old.overlap_until) then
    raise exception 'append_only: a key that was replaced is good no longer than was said' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_key before update on cross_posting.site_keys
  for each row execute function cross_posting.keep_key();
alter table cross_posting.site_keys enable always trigger keep_key;

create function cross_posting.keep_ended() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.ended_at is not null and row(new.ended_at, new.ended_by) is distinct from row(old.ended_at, old.ended_by) then
    raise exception 'append_only: what a technician looked after has ended' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_ended before update on cross_posting.technicians
  for each row execute function cross_posting.keep_ended();
alter table cross_posting.technicians enable always trigger keep_ended;

-- Of an offer, also what its text does not hold: its title, its address, when it was first published, what was said with it.
create or replace function cross_posting.keep_offer() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'append_only: a proposal is not deleted' using errcode = '42501';
  end if;
  if row(new.id, new.log, new.origin_log, new.origin_seq, new.collection, new.origin_doc_id, new.root_log, new.root_collection,
      new.root_id, new.sha256, new.body, new.kind, new.hops, new.offered_by, new.offered_at, new.reason, new.title, new.category,
      new.content_kind, new.note, new.url, new.published_at, new.is_emergency)
    is distinct from row(old.id, old.log, old.origin_log, old.origin_seq, old.collection, old.origin_doc_id, old.root_log,
      old.root_collection, old.root_id, old.sha256, old.body, old.kind, old.hops, old.offered_by, old.offered_at, old.reason,
      old.title, old.category, old.content_kind, old.note, old.url, old.published_at, old.is_emergency) then
    raise exception 'append_only: what was offered is not changed' using errcode = '42501';
  end if;
  if new.state <> old.state and old.state in ('accepted', 'withdrawn', 'superseded', 'dismissed') then
    raise exception 'append_only: a proposal that is settled stays so' using errcode = '42501';
  end if;
  return new;
end $$;
