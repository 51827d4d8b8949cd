-- One row per concern of the group.
insert into flag (response, flag_key, survey, week, node, messages)
select s.seq, r.FlagKey, s.survey, r.Week, r.Node, 0
from openjson(@Rows) with (
  Id uniqueidentifier '$.Id',
  FlagKey char(32) '$.FlagKey',
  Week int '$.Week',
  Node varchar(100) '$.Node'
) r
join response s on s.id = r.Id
