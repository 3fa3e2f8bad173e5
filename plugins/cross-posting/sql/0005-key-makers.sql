-- A key that was made by a key knows by which, so that whoever revokes a stolen one revokes what came of it. Keys that people made
-- have no maker. It is written with the key and never changed: the application may update other columns only.
alter table cross_posting.site_keys add column made_by_key uuid references cross_posting.site_keys (id);
alter table cross_posting.site_keys add constraint made_by_one check (made_by_key is null or created_by is null);
create index keys_made_by on cross_posting.site_keys (made_by_key) where made_by_key is not null;

-- Of a successor that no person made, the key it replaced is the nearest that is known of its maker.
update cross_posting.site_keys s set made_by_key = o.id
from cross_posting.site_keys o where o.replaced_by = s.id and s.created_by is null;

-- How often in a day the keys of a site may rotate by a key.
alter table cross_posting.settings drop constraint settings_name_check;
alter table cross_posting.settings add constraint settings_name_check
  check (name in ('attemptDays', 'attemptsOfEndpoint', 'giveUpHours', 'overlapHours', 'rotationsByKeyDay'));
insert into cross_posting.settings (name, value) values ('rotationsByKeyDay', 20);
