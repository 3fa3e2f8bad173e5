-- What devices said, as they signed it: whoever has a device's key sees without us that a receipt is the device's own.

create sequence dispatch.report_ids;
create table dispatch.reports (
  id bigint primary key default nextval('dispatch.report_ids'),
  device_id integer not null,
  -- `id.timestamp.body`: the very text under the signature.
  signed text not null,
  signature bytea not null check (length(signature) = 64),
  -- Ed25519, of the device, in force when it was checked.
  key bytea not null check (length(key) = 32),
  received_at timestamptz not null default clock_timestamp()
);
alter sequence dispatch.report_ids owned by dispatch.reports.id;

-- The report a receipt came in; none where the hub itself watched a channel whose devices sign nothing. No foreign key:
-- both rows are written by one statement, and a proof looks for what is said in the reports, not for this number.
alter table dispatch.receipts add column report_id bigint;

create trigger append_only before update or delete on dispatch.reports for each row execute function release.refuse_change();
create trigger append_only_truncate before truncate on dispatch.reports for each statement execute function release.refuse_change();
alter table dispatch.reports enable always trigger append_only;
alter table dispatch.reports enable always trigger append_only_truncate;

-- The database alone says when something came: the application writes no time of its own to reports, receipts and keys.
revoke insert on dispatch.receipts, dispatch.device_keys from coloa_app;
grant insert (delivery_id, kind, event_id, device_at, detail, is_late, offset_ms, seconds, proof, report_id) on dispatch.receipts to coloa_app;
grant insert (device_id, public_key, made_by, label) on dispatch.device_keys to coloa_app;
revoke insert on dispatch.migrations from coloa_app;
grant select on dispatch.reports to coloa_app;
grant insert (id, device_id, signed, signature, key) on dispatch.reports to coloa_app;
grant usage on sequence dispatch.report_ids to coloa_app;
