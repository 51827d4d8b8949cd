-- One row per migration that has run.
select name as Name
from schema_migration
order by name
