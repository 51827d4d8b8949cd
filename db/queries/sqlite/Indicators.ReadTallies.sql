-- One row per span, start, group, variable, value and completeness: the folded counts of the cohorts that make up each group.
-- @Spans [[span, grain, first, past, is series], ...], @Cohorts [[cohort, part], ...], @Variables [variable, ...]. Start is 0
-- where the span is not a series.
with
  spans as materialized (
    select value ->> 0 as span, value ->> 1 as grain, value ->> 2 as first, value ->> 3 as past, value ->> 4 as series
    from json_each(@Spans)),
  cohorts as materialized (select value ->> 0 as cohort, value ->> 1 as part from json_each(@Cohorts)),
  variables as materialized (select value as variable from json_each(@Variables))
select s.span as Span, t.start * s.series as Start, c.part as Part, t.variable as Variable, t.value as Value, t.complete as Complete,
  sum(t.n) as N, sum(t.weight) as Weight, sum(t.squared_weight) as SquaredWeight
from variables v
cross join spans s
cross join cohorts c
cross join tally t on t.variable = v.variable and t.grain = s.grain and t.cohort = c.cohort and t.start >= s.first and t.start < s.past
group by s.span, t.start * s.series, c.part, t.variable, t.value, t.complete
