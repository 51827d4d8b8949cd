-- One row per response of the surveys within the days, with its packed answers.
select survey as Survey, version as Version, cohort as Cohort, answers as Answers
from response
where erased = 0 and survey in (select j.value from json_each(@Surveys) j) and day >= @First and day < @Past
