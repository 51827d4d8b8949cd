-- One row per span, group, variable, value and completeness: the folded counts of the cohorts that make up each group.
-- @Spans [[bucket, grain, first, past], ...], @Cohorts [[cohort, group], ...], @Variables [variable, ...]
with
  spans as materialized (select value ->> 0 as bucket, value ->> 1 as grain, value ->> 2 as first, value ->> 3 as past from json_each(@Spans)),
  cohorts as materialized (select value ->> 0 as cohort, value ->> 1 as part from json_each(@Cohorts)),
  variables as materialized (select value as variable from json_each(@Variables))
select s.bucket as Bucket, c.part as Part, t.variable as Variable, t.value as Value, t.complete as Complete,
  sum(t.n) as N, sum(t.weight) as Weight, sum(t.squared_weight) as SquaredWeight
from variables v
cross join spans s
cross join cohorts c
cross join tally t on t.variable = v.variable and t.grain = s.grain and t.cohort = c.cohort and t.start >= s.first and t.start < s.past
group by s.bucket, c.part, t.variable, t.value, t.complete
