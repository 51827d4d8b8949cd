-- One row: how the responses of another product come in to a survey.
select map as Map, secret as Secret
from survey_import
where survey = @Survey and format = @Format
