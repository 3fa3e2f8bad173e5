-- A refusal keeps the clause it rests on and the day whose list it was taken from: the list may change later.
alter table editorial.ballots
  add column clause text,
  add column list_on date,
  add constraint ballots_ground_check check (vote <> 'refuse' or (clause is not null and list_on is not null)) not valid;
alter table editorial.reviews add column clause text;
