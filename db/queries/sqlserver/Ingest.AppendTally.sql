-- One row per count that a transaction adds to (or, erasing, takes from).
insert into tally_fresh (variable, cohort, day, period, value, complete, n, weight, squared_weight)
select r.Variable, r.Cohort, r.Day, r.Period, r.Value, r.Complete, r.N, r.Weight, r.SquaredWeight
from openjson(@Rows) with (
  Variable int '$.Variable',
  Cohort int '$.Cohort',
  Day int '$.Day',
  Period int '$.Period',
  Value int '$.Value',
  Complete int '$.Complete',
  N bigint '$.N',
  Weight bigint '$.Weight',
  SquaredWeight bigint '$.SquaredWeight'
) r
