-- One row, if the survey was published.
select id as Id
from survey
where survey_key = @SurveyKey
