-- What the programme looks for each minute.

create index airings_sent on dispatch.airings (starts_at) where state = 'sent';
create index airings_of_offer on dispatch.airings (offer_id, starts_at);
create index airings_requeued on dispatch.airings (requeued_as) where requeued_as is not null;
create index offers_expiring on dispatch.offers (expires_at) where state in ('offered', 'accepted', 'declined');
create index dispatches_of_emergency on dispatch.dispatches (created_at desc) where priority = 'emergency';
create index clashes_of_ours on dispatch.clashes (ours) where decided_at is null;
create index clashes_of_theirs on dispatch.clashes (theirs) where decided_at is null;
