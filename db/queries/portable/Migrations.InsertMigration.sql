-- One row: a migration that has run.
insert into schema_migration (name, ran_at)
values (@Name, @RanAt)
