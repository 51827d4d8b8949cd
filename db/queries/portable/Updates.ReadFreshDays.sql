-- One row per survey and day with counts that are not folded yet.
select distinct v.survey as Survey, f.day as Day
from tally_fresh f
join variable v on v.id = f.variable
where v.kind = 'response'
