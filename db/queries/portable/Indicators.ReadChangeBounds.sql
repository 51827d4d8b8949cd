-- One row: the first change that is kept and the last there is; nulls before the first folding.
select (select min(seq) from tally_change) as First, (select max(seq) from tally_change) as Last
