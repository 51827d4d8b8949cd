-- The row of each cohort and day goes, where there is one.
delete from i
from invitation i
join openjson(@Rows) with (
  Survey int '$.Survey',
  Cohort int '$.Cohort',
  Day int '$.Day'
) r on r.Survey = i.survey and r.Cohort = i.cohort and r.Day = i.day
