-- Touches one row per listed text that is so under another survey, month or cohort than its response's.
update c
set survey = case when r.period = 0 then r.survey else null end,
  month = case when r.period = 0 then r.day / 100 else 0 end,
  cohort = case when r.period = 0 then r.cohort else null end
from comment c
join response r on r.seq = c.response and r.erased = 0
where c.month >= 0 and (
  r.period = 0 and (c.survey is null or c.survey <> r.survey or c.cohort is null or c.cohort <> r.cohort or c.month <> r.day / 100)
  or r.period <> 0 and (c.survey is not null or c.cohort is not null or c.month <> 0))
