-- One row per survey.
select id as Id, survey_key as SurveyKey, audience as Audience, grid as Grid, access as Access, minimum_group as MinimumGroup, closed as Closed
from survey
order by survey_key
