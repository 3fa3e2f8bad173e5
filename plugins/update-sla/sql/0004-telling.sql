-- Who is told of which alert, when, and in which mail. `mail` is the key in web.mails; null: it waits for its time.
create table sla.tellings (
  alert bigint not null references sla.alerts (id),
  email text not null,
  language text not null check (language in ('vi', 'en')),
  -- `late`: it was reached while the tick stood still.
  mode text not null check (mode in ('immediate', 'digest', 'late')),
  tell_at timestamptz not null,
  mail text,
  primary key (alert, email)
);
create index tellings_waiting on sla.tellings (tell_at) where mail is null;

-- The first mail of a thread to somebody: the later ones answer it and carry its subject.
create table sla.mail_threads (
  thread text not null,
  email text not null,
  root text not null,
  subject text not null,
  -- For whom the subject speaks: an owner, or several.
  who text not null,
  primary key (thread, email)
);

-- How far alerts have been told, and when the tick last did so.
create table sla.telling_state (
  one boolean primary key default true check (one),
  alerts_until bigint not null,
  ran_at timestamptz not null
);

-- Somebody who wants everything at once, or everything in digests, whatever the obligation says.
create table sla.telling_choices (
  email text primary key,
  mode text not null check (mode in ('immediate', 'digest'))
);

grant select, insert, update on sla.tellings, sla.telling_state to coloa_app;
grant select, insert on sla.mail_threads to coloa_app;
grant select, insert, update, delete on sla.telling_choices to coloa_app;
