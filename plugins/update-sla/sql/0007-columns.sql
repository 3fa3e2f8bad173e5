-- Of what was told only the mail it went out with is added, of a silence only its end.
revoke update on sla.tellings, sla.silences from coloa_app;
grant update (mail) on sla.tellings to coloa_app;
grant update (ended_at, ended_by) on sla.silences to coloa_app;
