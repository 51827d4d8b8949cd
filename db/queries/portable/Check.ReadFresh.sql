-- One row per appended count that is not folded yet, in no order.
select variable as Variable, cohort as Cohort, day as Day, period as Period, value as Value, complete as Complete, n as N, weight as Weight, squared_weight as SquaredWeight
from tally_fresh
