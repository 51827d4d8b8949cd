-- One row per span, start, group, variable, value and completeness: the folded counts of the cohorts that make up each group.
-- @Spans [[span, grain, first, past, is series], ...], @Cohorts [[cohort, part], ...], @Variables [variable, ...]. Start is 0
-- where the span is not a series.
-- The option: the lists lead, and tally is sought by its primary key once per combination. The server cannot know that the lists
-- are short, and a scan of tally would cost what all answers cost.
select s.Span as Span, t.start * s.Series as Start, c.Part as Part, t.variable as Variable, t.value as Value, t.complete as Complete,
  sum(t.n) as N, sum(t.weight) as Weight, sum(t.squared_weight) as SquaredWeight
from (select cast(j.value as int) as Variable from openjson(@Variables) j) v
cross join openjson(@Spans) with (Span int '$[0]', Grain int '$[1]', First int '$[2]', Past int '$[3]', Series int '$[4]') s
cross join openjson(@Cohorts) with (Cohort int '$[0]', Part int '$[1]') c
join tally t on t.variable = v.Variable and t.grain = s.Grain and t.cohort = c.Cohort and t.start >= s.First and t.start < s.Past
group by s.Span, t.start * s.Series, c.Part, t.variable, t.value, t.complete
option (force order, loop join)
