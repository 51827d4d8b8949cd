-- One row: the first and last year in which one of the variables was counted, as far as counts are folded; nulls when none was.
select min(start) as First, max(start) as Last
from tally
where grain = 3 and variable in (select cast(j.value as int) from openjson(@Variables) j)
