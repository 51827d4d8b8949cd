-- One row: what counts of a response's texts need to know of it.
select survey as Survey, version as Version, day as Day, period as Period, cohort as Cohort, weight as Weight, language as Language
from response
where seq = @Seq
