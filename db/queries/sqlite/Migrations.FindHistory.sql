-- One row, if the history of migrations exists.
select name as Name
from sqlite_master
where type = 'table' and name = 'schema_migration'
