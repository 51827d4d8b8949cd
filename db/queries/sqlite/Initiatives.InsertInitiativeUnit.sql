-- One row: a unit that the change programme touches.
insert into initiative_unit (initiative, unit)
values (@InitiativeKey, @Unit)
