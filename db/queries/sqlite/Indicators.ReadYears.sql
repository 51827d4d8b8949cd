-- One row: the first and last year in which one of the variables was counted; nulls when none was.
select min(y.year) as First, max(y.year) as Last
from (
  select start as year
  from tally
  where grain = 3 and variable in (select j.value from json_each(@Variables) j)
  union all
  select day / 10000
  from tally_fresh
  where variable in (select j.value from json_each(@Variables) j)) y
