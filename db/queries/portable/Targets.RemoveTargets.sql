-- Every row goes: the list is sent as a whole.
delete from target
