-- One row, if the history of migrations exists.
select name as Name
from sys.tables
where name = 'schema_migration'
