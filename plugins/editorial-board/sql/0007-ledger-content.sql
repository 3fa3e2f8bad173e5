-- Finds the entry of a ballot, decision, release or mandate in its chain by the id it is about.
create index ledger_content on editorial.ledger ((text::jsonb #>> '{content,id}'));
