-- One row, if the period is closed: the tree of units as it was; and, of a released one, the values that breakdowns list.
select frozen as Frozen
from survey_period
where survey = @Survey and period = @Number
