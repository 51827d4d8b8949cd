-- One row: what the concern says.
select c.text as Text
from comment c
where c.response = @Response
