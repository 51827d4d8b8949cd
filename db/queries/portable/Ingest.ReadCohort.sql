-- One row, if the combination was seen before.
select id as Id
from cohort
where signature = @Signature
