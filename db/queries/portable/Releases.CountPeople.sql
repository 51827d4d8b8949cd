-- One row per period of employee surveys in which anybody answered, with how many did; test responses left out.
select a.survey as Survey, a.period as Number, sum(a.n) as People
from (
  select v.survey, t.period, t.cohort, t.n
  from tally t
  join variable v on v.id = t.variable and v.kind = 'response'
  where t.grain = 2 and t.period > 0
  union all
  select v.survey, f.period, f.cohort, f.n
  from tally_fresh f
  join variable v on v.id = f.variable and v.kind = 'response'
  where f.period > 0) a
join cohort c on c.id = a.cohort and c.is_test = 0
group by a.survey, a.period
having sum(a.n) > 0
