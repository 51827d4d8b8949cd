-- Touches one row per flag that tells of another number of messages than its thread has.
update flag
set messages = (
  select count(*)
  from flag_message m
  where m.response = flag.response)
where messages <> (
  select count(*)
  from flag_message m
  where m.response = flag.response)
