-- One row per response of a survey's period, with its packed answers; test responses left out.
select r.survey as Survey, r.version as Version, r.cohort as Cohort, r.answers as Answers
from response r
join cohort c on c.id = r.cohort and c.is_test = 0
where r.erased = 0 and r.survey = @Survey and r.period = @Number
