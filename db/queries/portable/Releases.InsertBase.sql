-- One row: the frozen cube of one base.
insert into released_base (survey, period, base, content)
values (@Survey, @Number, @Base, @Content)
