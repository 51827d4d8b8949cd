-- One row, if the store keeps a value under this name.
select value as Value
from setting
where name = @Name
