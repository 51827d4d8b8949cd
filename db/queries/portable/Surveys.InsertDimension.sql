-- One row: a dimension that is registered.
insert into survey_dimension (survey, position, name)
values (@Survey, @Position, @Name)
