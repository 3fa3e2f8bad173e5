-- Decisions about what came from another log: released under a standing consent of the receiving board, or withdrawn because
-- it was withdrawn where it came from. Who may, the plugin that knows the boards says in `release.refusal_of`.

alter table release.decisions
  add column consent_id uuid,
  add column origin_log text,
  add column origin_seq bigint;
alter table release.decisions drop constraint decisions_capacity_check;
alter table release.decisions
  add constraint decisions_capacity_check
    check (capacity in ('head', 'deputy', 'acting', 'member', 'emergency', 'import', 'consent', 'origin')),
  add constraint decisions_origin_check check (case capacity
    when 'consent' then kind <> 'withdraw' and consent_id is not null and origin_log is not null and origin_seq is not null
    when 'origin' then kind = 'withdraw' and consent_id is null and origin_log is not null and origin_seq is not null
    else consent_id is null and origin_log is null and origin_seq is null end);

-- The field that names a document's site: what a copy may say otherwise than its original.
alter table release.projections add column site text;
