-- One row per folded count of a grain (1 day, 2 month, 3 year) that starts within the bounds.
select variable as Variable, cohort as Cohort, start as Start, period as Period, value as Value, complete as Complete, n as N, weight as Weight, squared_weight as SquaredWeight
from tally
where grain = @Grain and start >= @First and start < @Past
