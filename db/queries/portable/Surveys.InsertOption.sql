-- One row: an option of a choice item.
insert into variable_option (variable, number, code)
values (@Variable, @Number, @Code)
