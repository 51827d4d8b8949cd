-- One row per survey and day on which somebody answered; answers that were erased and test responses do not count.
select v.survey as Survey, d.day as Day
from (
  select variable, cohort, start as day, n
  from tally
  where grain = 1
  union all
  select variable, cohort, day, n
  from tally_fresh
) d
join variable v on v.id = d.variable and v.kind = 'response'
join cohort c on c.id = d.cohort and c.is_test = 0
group by v.survey, d.day
having sum(d.n) > 0
