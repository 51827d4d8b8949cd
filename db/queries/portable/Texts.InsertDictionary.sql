-- One row: a list of words.
insert into dictionary (name, number, content, changed_at)
values (@Name, @Number, @Content, @ChangedAt)
