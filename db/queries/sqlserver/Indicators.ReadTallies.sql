-- One row per span, group, variable, value and completeness: the folded counts of the cohorts that make up each group.
-- @Spans [[bucket, grain, first, past], ...], @Cohorts [[cohort, group], ...], @Variables [variable, ...]
select s.Bucket as Bucket, c.Part as Part, t.variable as Variable, t.value as Value, t.complete as Complete,
  sum(t.n) as N, sum(t.weight) as Weight, sum(t.squared_weight) as SquaredWeight
from (select cast(j.value as int) as Variable from openjson(@Variables) j) v
cross join openjson(@Spans) with (Bucket int '$[0]', Grain int '$[1]', First int '$[2]', Past int '$[3]') s
cross join openjson(@Cohorts) with (Cohort int '$[0]', Part int '$[1]') c
join tally t on t.variable = v.Variable and t.grain = s.Grain and t.cohort = c.Cohort and t.start >= s.First and t.start < s.Past
group by s.Bucket, c.Part, t.variable, t.value, t.complete
