-- One row: how many erased responses still hold something beside their id.
select count(*) as Found
from response
where erased <> 0 and (content_hash is not null or survey is not null or version is not null or day is not null or period is not null or cohort is not null
  or answered_at is not null or delay is not null or language is not null or respondent is not null or weight is not null or answers is not null)
