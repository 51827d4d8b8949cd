-- Touches one row, if the response was a concern: its flag is removed.
delete from flag
where response = @Response
