-- One row, if the migration has run.
select name as Name
from schema_migration
where name = @Name
