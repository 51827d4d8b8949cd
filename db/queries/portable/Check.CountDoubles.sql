-- One row: how many ids stand for more than one response.
select count(*) as Found
from (
  select id
  from response
  group by id
  having count(*) > 1) d
