-- Touches one row per listed text that is so under another survey, month or cohort than its response's.
update comment
set survey = case when r.period = 0 then r.survey else null end,
  month = case when r.period = 0 then r.day / 100 else 0 end,
  cohort = case when r.period = 0 then r.cohort else null end
from response r
where r.seq = comment.response and r.erased = 0 and comment.month >= 0 and (
  r.period = 0 and (comment.survey is null or comment.survey <> r.survey or comment.cohort is null or comment.cohort <> r.cohort or comment.month <> r.day / 100)
  or r.period <> 0 and (comment.survey is not null or comment.cohort is not null or comment.month <> 0))
