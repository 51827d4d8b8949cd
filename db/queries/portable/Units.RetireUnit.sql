-- Touches one row: the unit is not in the tree any more, its answers and its last parent stay.
update unit
set retired = 1, changed_at = @ChangedAt
where code = @Code
