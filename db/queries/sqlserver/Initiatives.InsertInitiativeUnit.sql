-- One row per unit that the change programme touches.
insert into initiative_unit (initiative, unit)
select r.InitiativeKey, r.Unit
from openjson(@Rows) with (
  InitiativeKey varchar(100) '$.InitiativeKey',
  Unit varchar(100) '$.Unit'
) r
