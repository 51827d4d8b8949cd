-- One row: an invitation code that nobody has used.
insert into invitation_code (survey, hash, used)
values (@Survey, @Hash, 0)
