-- One row per survey, cohort and day: how many were invited on the days from @First up to, not including, @Past.
select i.survey as Survey, i.cohort as Cohort, i.day as Day, i.n as N
from invitation i
where i.survey in (select j.value from json_each(@Surveys) j) and i.day >= @First and i.day < @Past
