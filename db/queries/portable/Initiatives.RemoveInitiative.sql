-- The one row of a change programme goes; its units went before.
delete from initiative
where initiative_key = @InitiativeKey
