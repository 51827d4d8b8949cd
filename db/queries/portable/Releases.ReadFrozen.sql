-- One row, if the period was released: the tree of units as it was, and the values that breakdowns list.
select frozen as Frozen
from survey_period
where survey = @Survey and period = @Number and state = 'released'
