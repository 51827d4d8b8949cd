-- Touches one row: a value that the store keeps for itself.
update setting
set value = @Value
where name = @Name
