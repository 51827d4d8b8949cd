-- One row: how many responses that are not erased lack what every response has.
select count(*) as Found
from response
where erased = 0 and (content_hash is null or survey is null or version is null or day is null or period is null or cohort is null or weight is null or answers is null)
