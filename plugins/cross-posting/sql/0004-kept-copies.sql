-- What was let in is known for good: of a copy that was ever public neither its row goes nor which document it is, and where a
-- copy came from is not rewritten.
revoke update on cross_posting.copies from coloa_app;
grant update (doc_id, source_log, taken_seq, taken_sha256, mode, is_adapted, taken_at) on cross_posting.copies to coloa_app;

create function cross_posting.keep_copy() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and row(new.log, new.collection, new.doc_id, new.root_log, new.root_collection, new.root_id)
    is not distinct from row(old.log, old.collection, old.doc_id, old.root_log, old.root_collection, old.root_id) then
    return new;
  end if;
  if exists (select from release.releases r where r.collection = old.collection and r.doc_id = old.doc_id) then
    raise exception 'append_only: a copy that was public stays known' using errcode = '42501';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep_copy before update or delete on cross_posting.copies
  for each row execute function cross_posting.keep_copy();
create trigger append_only_truncate before truncate on cross_posting.copies
  for each statement execute function release.refuse_change();
alter table cross_posting.copies enable always trigger keep_copy;
alter table cross_posting.copies enable always trigger append_only_truncate;

-- The history of a proposal is written by its own changes of state; the application adds why it was not let in, as of now.
alter function cross_posting.note_state() security definer;
revoke insert on cross_posting.proposal_events from coloa_app;
grant insert (proposal_id, verb, code) on cross_posting.proposal_events to coloa_app;
alter table cross_posting.proposal_events enable row level security;
create policy read_all on cross_posting.proposal_events for select using (true);
create policy left_in_inbox on cross_posting.proposal_events for insert with check (
  proposal_events.verb = 'notLetIn' and exists (
    select from cross_posting.proposals p where p.id = proposal_events.proposal_id and p.state = 'proposed'));
