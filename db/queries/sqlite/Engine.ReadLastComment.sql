-- One row: the number of the text that came last; 0 where there is none.
select coalesce(max(seq), 0) as Last
from comment
