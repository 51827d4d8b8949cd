-- One row: how many flags tell of another number of messages than their thread has.
select count(*) as Found
from flag f
where f.messages <> (
  select count(*)
  from flag_message m
  where m.response = f.response)
