-- One row per day, cohort, variable, value and completeness: the counts that were appended alone and not folded yet. Those of groups are added by the reader.
select f.day as Day, f.cohort as Cohort, f.variable as Variable, f.value as Value, f.complete as Complete,
  sum(f.n) as N, sum(f.weight) as Weight, sum(f.squared_weight) as SquaredWeight
from tally_appended f
where f.variable in (select j.value from json_each(@Variables) j) and f.day >= @First and f.day < @Past
group by f.day, f.cohort, f.variable, f.value, f.complete
