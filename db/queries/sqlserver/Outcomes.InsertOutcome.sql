-- One row per number of the company's own.
insert into outcome (name, unit, period, value)
select r.Name, r.Unit, r.Period, r.Value
from openjson(@Rows) with (
  Name varchar(100) '$.Name',
  Unit varchar(100) '$.Unit',
  Period int '$.Period',
  Value float '$.Value'
) r
