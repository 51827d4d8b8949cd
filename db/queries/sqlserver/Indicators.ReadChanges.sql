-- One row per change of some variables after @Since, by variable, cohort and month.
select seq as Seq, variable as Variable, cohort as Cohort, start as Month, value as Value, complete as Complete,
  n as N, weight as Weight, squared_weight as SquaredWeight
from tally_change
where seq > @Since and variable in (select cast(j.value as int) from openjson(@Variables) j)
order by variable, cohort, start
