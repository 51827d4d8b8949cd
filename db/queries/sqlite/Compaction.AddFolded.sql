-- One row: a sum that is added to its folded count.
insert into tally (variable, grain, cohort, start, period, value, complete, n, weight, squared_weight)
values (@Variable, @Grain, @Cohort, @Start, @Period, @Value, @Complete, @N, @Weight, @SquaredWeight)
on conflict do update
set n = n + excluded.n, weight = weight + excluded.weight, squared_weight = squared_weight + excluded.squared_weight
