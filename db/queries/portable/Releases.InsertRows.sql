-- One row: the figures that answer one declared question, worked out from raw answers.
insert into released_rows (survey, period, question, figures)
values (@Survey, @Number, @Question, @Figures)
