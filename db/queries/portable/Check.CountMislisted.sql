-- One row: how many texts that are listed are so under another survey, month or cohort than their response's; of employees none is listed.
select count(*) as Found
from comment c
join response r on r.seq = c.response and r.erased = 0
where c.month >= 0 and (
  r.period = 0 and (c.survey is null or c.survey <> r.survey or c.cohort is null or c.cohort <> r.cohort or c.month * 100 > r.day or (c.month + 1) * 100 <= r.day)
  or r.period <> 0 and (c.survey is not null or c.cohort is not null or c.month <> 0))
