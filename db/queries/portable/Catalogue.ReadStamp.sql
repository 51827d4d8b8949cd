-- One row: the present state of keys, units and surveys.
select version as Version
from catalogue_stamp
where id = 1
