-- One row: a sum that was added to the folded count of a month.
insert into tally_change (variable, cohort, start, period, value, complete, n, weight, squared_weight)
values (@Variable, @Cohort, @Start, @Period, @Value, @Complete, @N, @Weight, @SquaredWeight)
