-- Customers' comments are listed by month, in an order drawn by lot, and searched; employees' as releases show them, with how they sound and what they are about.

-- survey, month (yyyymm), cohort: as the response has them, so that one index finds a list; null of employees', whose month is 0. A month that is null is to come:
-- the index by lot and the one of words are filled some moments after the texts are stored, many at once, because one by one they would cost more than storing.
alter table comment add survey integer null;
alter table comment add month integer null;
alter table comment add cohort integer null;
create index comment_listed on comment (survey, month, place) where month > 0;
create index comment_unlisted on comment (seq) where month is null;

-- The words of listed comments; their letters alone count, without case and accents.
create virtual table comment_text using fts5 (text, content = 'comment', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2');
-- A word that is erased or masked leaves the index at once, and not when its parts are merged.
insert into comment_text (comment_text, rank) values ('secure-delete', 1);
create trigger comment_text_removed after delete on comment when old.month > 0
begin
  insert into comment_text (comment_text, rowid, text) values ('delete', old.seq, old.text);
end;
create trigger comment_text_changed after update of text on comment when old.month > 0 and old.text <> new.text
begin
  insert into comment_text (comment_text, rowid, text) values ('delete', old.seq, old.text);
  insert into comment_text (rowid, text) values (new.seq, new.text);
end;

-- sentiment: positive, negative, neutral, unscored; topics: codes between blanks. Null where too few people of the node share it, or nothing was known.
alter table released_comment add sentiment text null;
alter table released_comment add topics text null;
