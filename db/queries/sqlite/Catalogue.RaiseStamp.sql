-- Touches the one row: something of the catalogue has changed.
update catalogue_stamp
set version = version + 1
where id = 1
