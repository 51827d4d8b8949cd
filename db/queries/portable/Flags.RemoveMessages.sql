-- Touches one row per message of a thread: it is removed.
delete from flag_message
where response = @Response
