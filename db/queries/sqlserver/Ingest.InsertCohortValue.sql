-- One row per dimension value of a cohort.
insert into cohort_value (cohort, dimension, value)
select r.Cohort, r.Dimension, r.Value
from openjson(@Rows) with (
  Cohort int '$.Cohort',
  Dimension varchar(100) '$.Dimension',
  Value nvarchar(200) '$.Value'
) r
