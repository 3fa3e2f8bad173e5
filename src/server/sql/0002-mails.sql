-- Mails to be sent, queued in the transaction that causes them.
create table web.mails (
  key text primary key,
  recipients text[] not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  thread text,
  queued_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create index mails_waiting on web.mails (queued_at) where sent_at is null;
grant select, insert, update on web.mails to coloa_app;
