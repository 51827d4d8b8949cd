-- Every row of one name goes: the list is sent as a whole.
delete from outcome
where name = @Name
