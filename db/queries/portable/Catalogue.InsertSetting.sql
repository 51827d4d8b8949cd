-- One row, unless there is one of this name.
insert into setting (name, value)
select @Name, @Value
where not exists (select 1 from setting where name = @Name)
