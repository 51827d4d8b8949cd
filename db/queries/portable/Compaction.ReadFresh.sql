-- One row per appended count below @Past, in the order in which they were appended.
select seq as Seq, variable as Variable, cohort as Cohort, day as Day, period as Period, value as Value, complete as Complete,
  n as N, weight as Weight, squared_weight as SquaredWeight
from tally_fresh
where seq < @Past
order by seq
