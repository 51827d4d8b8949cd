-- One row per comment of customers up to a number that is not listed yet: its words can be found.
insert into comment_text (rowid, text)
select c.seq, c.text
from comment c
join response r on r.seq = c.response
where c.month is null and c.analysis > 0 and c.seq <= @Last and r.period = 0
