-- One row: 1 if the server has a database of this name.
select count(*) as Databases
from sys.databases
where name = @Name
