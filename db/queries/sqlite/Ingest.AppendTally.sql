-- One row: what a transaction adds to (or, erasing, takes from) one count.
insert into tally_appended (variable, cohort, day, period, value, complete, n, weight, squared_weight)
values (@Variable, @Cohort, @Day, @Period, @Value, @Complete, @N, @Weight, @SquaredWeight)
