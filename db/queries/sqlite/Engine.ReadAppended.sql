-- One row per count that was appended alone, the oldest first.
select seq as Seq, variable as Variable, cohort as Cohort, day as Day, period as Period, value as Value, complete as Complete,
  n as N, weight as Weight, squared_weight as SquaredWeight
from tally_appended
order by seq
