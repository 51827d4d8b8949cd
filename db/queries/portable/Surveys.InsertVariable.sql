-- One row: something new that is counted.
insert into variable (survey, kind, name, items, low, high, reversed, measure, touchpoint)
values (@Survey, @Kind, @Name, @Items, @Low, @High, @Reversed, @Measure, @Touchpoint)
