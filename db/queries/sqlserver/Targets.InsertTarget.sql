-- One row per target of the list.
insert into target (audience, indicator, measure, unit, direction, value, until_day)
select r.Audience, r.Indicator, r.Measure, r.Unit, r.Direction, r.Value, r.UntilDay
from openjson(@Rows) with (
  Audience varchar(20) '$.Audience',
  Indicator varchar(100) '$.Indicator',
  Measure varchar(210) '$.Measure',
  Unit varchar(100) '$.Unit',
  Direction varchar(20) '$.Direction',
  Value float '$.Value',
  UntilDay int '$.UntilDay'
) r
