-- Touches one row, if the flag is there: until the transaction ends nobody else writes to its thread or removes it.
update flag
set messages = messages + 1
where response = @Response
