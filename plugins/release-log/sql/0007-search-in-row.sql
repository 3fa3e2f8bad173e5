-- A search looks at the words of many rows and at the text of ten: the words stay in the row, two rows a page, the text
-- moves out. Words do not compress.
alter table release.item_search alter column exact set storage main;
alter table release.item_search alter column folded set storage main;
alter table release.item_search alter column text set storage external;
alter table release.item_search set (toast_tuple_target = 4080);
