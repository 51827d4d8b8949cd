-- One row: a concern that was raised.
insert into flag (response, flag_key, survey, week, node, messages)
select seq, @FlagKey, survey, @Week, @Node, 0
from response
where id = @Id
