-- One row: the order to forget every word of every text.
insert into comment_text (comment_text) values ('delete-all')
