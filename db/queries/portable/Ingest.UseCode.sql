-- Touches one row, if the code is known and nobody has used it.
-- The cast: SQL Server seeks in an index of char only with char, and parameters come as nchar.
update invitation_code
set used = 1
where survey = @Survey and hash = cast(@Hash as char(32)) and used = 0
