-- Touches the one row: keys, units or surveys have changed.
update catalogue_stamp
set version = version + 1
where id = 1
