-- One row, if the question was declared when the period was released.
select figures as Figures
from released_rows
where survey = @Survey and period = @Number and question = @Question
