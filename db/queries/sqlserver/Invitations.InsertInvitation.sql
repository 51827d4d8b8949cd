-- One row per cohort and day: how many were invited.
insert into invitation (survey, cohort, day, n)
select r.Survey, r.Cohort, r.Day, r.N
from openjson(@Rows) with (
  Survey int '$.Survey',
  Cohort int '$.Cohort',
  Day int '$.Day',
  N int '$.N'
) r
