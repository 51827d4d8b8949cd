-- One row per key and grain (day, month, year): the counts below @Past are added to it and removed, in the caller's transaction.
insert into tally (variable, grain, cohort, start, period, value, complete, n, weight, squared_weight)
select variable, 1, cohort, day, period, value, complete, sum(n), sum(weight), sum(squared_weight)
from tally_fresh
where seq < @Past
group by variable, cohort, day, period, value, complete
on conflict do update
set n = n + excluded.n, weight = weight + excluded.weight, squared_weight = squared_weight + excluded.squared_weight;

insert into tally (variable, grain, cohort, start, period, value, complete, n, weight, squared_weight)
select variable, 2, cohort, day / 100, period, value, complete, sum(n), sum(weight), sum(squared_weight)
from tally_fresh
where seq < @Past
group by variable, cohort, day / 100, period, value, complete
on conflict do update
set n = n + excluded.n, weight = weight + excluded.weight, squared_weight = squared_weight + excluded.squared_weight;

insert into tally (variable, grain, cohort, start, period, value, complete, n, weight, squared_weight)
select variable, 3, cohort, day / 10000, period, value, complete, sum(n), sum(weight), sum(squared_weight)
from tally_fresh
where seq < @Past
group by variable, cohort, day / 10000, period, value, complete
on conflict do update
set n = n + excluded.n, weight = weight + excluded.weight, squared_weight = squared_weight + excluded.squared_weight;

delete from tally_fresh
where seq < @Past;
