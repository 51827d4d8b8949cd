-- One row: how many responses name a version that their survey does not have.
select count(*) as Found
from response r
left join survey_version v on v.survey = r.survey and v.version = r.version
where r.erased = 0 and r.version is not null and v.version is null
