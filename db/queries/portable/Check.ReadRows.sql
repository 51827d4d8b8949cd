-- One row per question that was answered when the period was released.
select question as Name, figures as Content
from released_rows
where survey = @Survey and period = @Number
