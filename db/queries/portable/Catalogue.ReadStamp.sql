-- One row: the present state of the catalogue.
select version as Version
from catalogue_stamp
where id = 1
