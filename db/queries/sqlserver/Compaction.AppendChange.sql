-- One row per sum that was added to the folded count of a month.
insert into tally_change (variable, cohort, start, period, value, complete, n, weight, squared_weight)
select r.Variable, r.Cohort, r.Start, r.Period, r.Value, r.Complete, r.N, r.Weight, r.SquaredWeight
from openjson(@Rows) with (
  Variable int '$.Variable',
  Cohort int '$.Cohort',
  Start int '$.Start',
  Period int '$.Period',
  Value int '$.Value',
  Complete int '$.Complete',
  N bigint '$.N',
  Weight bigint '$.Weight',
  SquaredWeight bigint '$.SquaredWeight'
) r
