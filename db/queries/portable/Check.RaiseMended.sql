-- Touches one row, unless somebody else has mended the store meanwhile.
update setting
set value = @Value
where name = @Name and value = @Earlier
