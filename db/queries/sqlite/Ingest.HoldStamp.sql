-- One row: the present state of the catalogue; nobody changes it meanwhile, because SQLite has one writer at a time.
select version as Version
from catalogue_stamp
where id = 1
