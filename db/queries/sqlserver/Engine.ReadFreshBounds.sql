-- One row: the first and last count that is not folded yet; nulls when all is.
select (select min(seq) from tally_fresh) as First, (select max(seq) from tally_fresh) as Last
