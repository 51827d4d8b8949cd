-- One row: how many responses name a cohort that is none of their survey's.
select count(*) as Found
from response r
left join cohort c on c.id = r.cohort and c.survey = r.survey
where r.erased = 0 and r.cohort is not null and c.id is null
