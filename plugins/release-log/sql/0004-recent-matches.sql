-- A common word is found by walking the newest items, a rare one by its postings; the planner chooses by the word.
create index search_recent on release.item_search (locale, sort_at desc);
