-- One row: the first and last count that is not folded yet; nulls when all is.
select min(seq) as First, max(seq) as Last
from tally_fresh
