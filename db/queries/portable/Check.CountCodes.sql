-- One row: how many surveys that are answered with invitation codes have more responses than codes that were used.
select count(*) as Found
from survey s
where s.access = 'code' and (
  select count(*)
  from response r
  where r.survey = s.id and r.erased = 0) > (
  select count(*)
  from invitation_code k
  where k.survey = s.id and k.used = 1)
