-- One row per answered text of the group.
insert into comment (response, variable, text)
select s.seq, r.Variable, r.Text
from openjson(@Rows) with (
  Id uniqueidentifier '$.Id',
  Variable int '$.Variable',
  Text nvarchar(max) '$.Text'
) r
join response s on s.id = r.Id
