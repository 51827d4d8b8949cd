-- Touches one row: a list of words that is replaced.
delete from dictionary
where name = @Name
