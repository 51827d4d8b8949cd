-- One row per sum that is added to its folded count.
select r.Variable as variable, r.Grain as grain, r.Cohort as cohort, r.Start as start, r.Period as period, r.Value as value, r.Complete as complete,
  r.N as n, r.Weight as weight, r.SquaredWeight as squared_weight
into #added
from openjson(@Rows) with (
  Variable int '$.Variable',
  Grain int '$.Grain',
  Cohort int '$.Cohort',
  Start int '$.Start',
  Period int '$.Period',
  Value int '$.Value',
  Complete int '$.Complete',
  N bigint '$.N',
  Weight bigint '$.Weight',
  SquaredWeight bigint '$.SquaredWeight'
) r;

update t
set n = t.n + a.n, weight = t.weight + a.weight, squared_weight = t.squared_weight + a.squared_weight
from tally t
join #added a on a.variable = t.variable and a.grain = t.grain and a.cohort = t.cohort and a.start = t.start
  and a.period = t.period and a.value = t.value and a.complete = t.complete;

insert into tally (variable, grain, cohort, start, period, value, complete, n, weight, squared_weight)
select a.variable, a.grain, a.cohort, a.start, a.period, a.value, a.complete, a.n, a.weight, a.squared_weight
from #added a
where not exists (
  select 1
  from tally t
  where t.variable = a.variable and t.grain = a.grain and t.cohort = a.cohort and t.start = a.start
    and t.period = a.period and t.value = a.value and t.complete = a.complete);

drop table #added;
