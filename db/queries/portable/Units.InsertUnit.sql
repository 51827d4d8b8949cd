-- One row: a new unit.
insert into unit (code, name, parent, headcount, retired, changed_at)
values (@Code, @Name, @Parent, @Headcount, 0, @ChangedAt)
