-- One row per registered dimension of every survey.
select survey as Survey, position as Position, name as Name
from survey_dimension
order by survey, position
