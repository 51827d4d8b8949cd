-- One row per cohort, variable, value and completeness of a survey's period: folded by month and not folded yet; test cohorts left out.
select a.cohort as Cohort, a.variable as Variable, a.value as Value, a.complete as Complete, sum(a.n) as N
from (
  select t.cohort, t.variable, t.value, t.complete, t.n
  from tally t
  join variable v on v.id = t.variable and v.survey = @Survey
  where t.grain = 2 and t.period = @Number
  union all
  select f.cohort, f.variable, f.value, f.complete, f.n
  from tally_fresh f
  join variable v on v.id = f.variable and v.survey = @Survey
  where f.period = @Number) a
join cohort c on c.id = a.cohort and c.is_test = 0
group by a.cohort, a.variable, a.value, a.complete
having sum(a.n) <> 0
