-- One row: a new unit.
insert into unit (code, name, parent, headcount, retired)
values (@Code, @Name, @Parent, @Headcount, 0)
