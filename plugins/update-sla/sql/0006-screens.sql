-- A site's year at one look, and the newest verdict for those who keep pages about all of them.
create index verdicts_site_day on sla.verdicts (site, day);
create index verdicts_evaluated on sla.verdicts (evaluated_at);
-- Clocks of a period, of all owners.
create index clocks_due on sla.clocks (due_at) where voided_at is null;
