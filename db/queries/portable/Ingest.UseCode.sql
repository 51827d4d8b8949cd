-- Touches one row, if the code is known and nobody has used it.
update invitation_code
set used = 1
where survey = @Survey and hash = @Hash and used = 0
