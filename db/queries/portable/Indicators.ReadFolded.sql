-- One row per cohort, month, period, value and completeness: all folded counts of a variable, by cohort and month.
select cohort as Cohort, start as Month, value as Value, complete as Complete, n as N, weight as Weight, squared_weight as SquaredWeight
from tally
where variable = @Variable and grain = 2
order by cohort, start
