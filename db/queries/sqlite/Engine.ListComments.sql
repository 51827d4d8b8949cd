-- Touches one row per comment up to a number that is not listed yet: from now on it is; of employees it never is.
update comment
set survey = case when r.period = 0 then r.survey else null end,
  month = case when r.period = 0 then r.day / 100 else 0 end,
  cohort = case when r.period = 0 then r.cohort else null end
from response r
where r.seq = comment.response and comment.month is null and comment.analysis > 0 and comment.seq <= @Last
