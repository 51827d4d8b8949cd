-- Touches one row: the unit as it was sent now; a retired one lives again.
update unit
set name = @Name, parent = @Parent, headcount = @Headcount, retired = 0, changed_at = @ChangedAt
where code = @Code
