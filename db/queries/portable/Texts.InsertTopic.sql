-- One row: a topic under a number of its own.
insert into topic (number, code)
values (@Number, @Code)
