-- One row: how many listed texts cannot be searched, how many can that are not listed, and how many wait for a listing anew that was broken off.
select count(*) as Found
from (
  select c.seq
  from comment c
  left join comment_text_docsize d on d.id = c.seq
  where c.month > 0 and d.id is null
  union all
  select d.id
  from comment_text_docsize d
  left join comment c on c.seq = d.id and c.month > 0
  where c.seq is null
  union all
  select c.seq
  from comment c
  left join comment_text_docsize d on d.id = c.seq
  where c.month < 0 and d.id is null) m
