-- Every row of one change programme goes.
delete from initiative_unit
where initiative = @InitiativeKey
