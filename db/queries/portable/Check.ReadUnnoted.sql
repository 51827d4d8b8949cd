-- One row per survey and day with folded counts of responses of which it is not noted when they changed.
select distinct v.survey as Survey, t.start as Day
from variable v
join tally t on t.variable = v.id and t.grain = 1
where v.kind = 'response' and not exists (
  select 1
  from survey_day d
  where d.survey = v.survey and d.day = t.start)
